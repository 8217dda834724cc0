package org.xaistudy.server.run;

import java.util.Locale;
import java.util.Optional;
import org.xaistudy.server.assignment.Reservation;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.server.trial.Inquiry;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.server.trial.TrialSequence;
import org.xaistudy.studies.Questionnaire.When;
import org.xaistudy.studies.Recruitment.Outcome;
import org.xaistudy.studies.Study;

/**
 * One person's way through a study as far as it has come. Asking it changes nothing.
 *
 * @param run the run
 * @param open its study
 * @param trials its trials with their answers
 * @param place the run's place; empty if it has none
 */
public record Course(Run run, OpenStudy open, TrialSequence trials, Optional<Reservation> place) {
  /** What the person does next. */
  public Stage stage() {
    if (run.ended().isPresent()) {
      return new Stage.Ended(run.ended().get());
    }
    if (run.isCompleted()) {
      return study().questionnaire(When.AFTER).isEmpty() || run.isQuestioned()
          ? new Stage.Finished()
          : new Stage.Questions(When.AFTER);
    }
    if (!holdsPlace() && run.isReal()) {
      return new Stage.PlaceGone();
    }
    return preparation().orElseGet(() -> new Stage.Judge(trials.next().orElseThrow()));
  }

  private Optional<Stage> preparation() {
    if (study().device().isPresent() && !run.isDeviceChecked()) {
      return Optional.of(new Stage.Device());
    }
    if (!run.isInstructed()) {
      return Optional.of(new Stage.Instructions());
    }
    if (study().comprehension().isPresent() && !run.isComprehended()) {
      return Optional.of(new Stage.Comprehension());
    }
    if (!study().questionnaire(When.BEFORE).isEmpty() && !run.isReported()) {
      return Optional.of(new Stage.Questions(When.BEFORE));
    }
    return part() > run.furtherMethods() ? Optional.of(new Stage.Instructions()) : Optional.empty();
  }

  /** Id of the method with which the person judges now, or judged last. */
  public String method() {
    return trials.next().orElseGet(trials::last).method();
  }

  /** How many methods the person has judged with before {@link #method}. */
  public int part() {
    return study().arm(run.arm()).methods().indexOf(method());
  }

  /** What the study's YAML says. */
  public Study study() {
    return open.study();
  }

  /** What the person reads. */
  public Locale locale() {
    return run.language();
  }

  /** The code of what the person reads. */
  public String language() {
    return run.language().getLanguage();
  }

  /** What is asked in a trial. */
  public Inquiry inquiry(Trial trial) {
    return Inquiry.of(study(), trial);
  }

  /** How many trials there are. */
  public TrialCounts counts() {
    return TrialCounts.of(open);
  }

  /** The way back to where the person came from, with a code that the researcher can look up. */
  public Return back(Outcome outcome) {
    String code = outcome == Outcome.COMPLETED ? run.completionCode() : run.pseudonym();
    return Return.of(study(), run.referral(), outcome, Optional.of(code));
  }

  boolean holdsPlace() {
    return place.isPresent();
  }

  /** Whether there is nothing for which a place would be needed: it is over, or a preview. */
  boolean needsNoPlace() {
    return run.isOver() || !run.isReal();
  }

  /** Whether all trials are answered, but the last answer came when the place was gone. */
  boolean isWaitingToBeCounted() {
    return !run.isOver() && (holdsPlace() || !run.isReal()) && trials.next().isEmpty();
  }

  /** The same run with more answers. */
  Course with(TrialSequence answered) {
    return new Course(run, open, answered, place);
  }

  /** The same run with or without a place. */
  Course withPlace(Optional<Reservation> held) {
    return new Course(run, open, trials, held);
  }
}
