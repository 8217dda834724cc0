package org.xaistudy.server.participation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.enrolment.Run;
import org.xaistudy.server.enrolment.Runs;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.server.trial.Trials;
import org.xaistudy.studies.Study;

/**
 * Which step follows from what is stored. Every method runs inside its caller's transaction;
 * looking for the next step keeps the person's place, and completes the run after its last answer.
 */
@ApplicationScoped
class Steps {
  private final Runs runs;
  private final Trials trials;
  private final Places places;
  private final Clock clock;

  Steps(Runs runs, Trials trials, Places places, Clock clock) {
    this.runs = runs;
    this.trials = trials;
    this.places = places;
    this.clock = clock;
  }

  Step next(Run run, OpenStudy open) {
    if (run.ended().isPresent()) {
      return new Step.Ended(run.ended().get());
    }
    if (run.isCompleted()) {
      return afterwards(run, open.study());
    }
    if (!run.isPreview() && !hasAPlace(run, open)) {
      return new Step.PlaceGone();
    }
    return preparation(run, open.study()).orElseGet(() -> judging(run, open.study()));
  }

  private boolean hasAPlace(Run run, OpenStudy open) {
    return places.keep(run.id()) || places.regain(open, run.method(), run.occupant());
  }

  private static Optional<Step> preparation(Run run, Study study) {
    if (study.device().isPresent() && !run.isDeviceChecked()) {
      return Optional.of(new Step.Device());
    }
    if (!run.isInstructed()) {
      return Optional.of(new Step.Instructions());
    }
    return study.comprehension().isPresent() && !run.isComprehended()
        ? Optional.of(new Step.Comprehension())
        : Optional.empty();
  }

  private Step judging(Run run, Study study) {
    Optional<Trial> trial = trials.next(run.id());
    return trial.isPresent() ? new Step.Judge(trial.get()) : complete(run, study);
  }

  private Step complete(Run run, Study study) {
    if (run.isPreview() || places.complete(run.occupant())) {
      Run locked = runs.lock(run.token()).orElseThrow();
      locked.completed(clock.instant());
      return afterwards(locked, study);
    }
    return new Step.PlaceGone();
  }

  private static Step afterwards(Run run, Study study) {
    return study.questionnaire().isEmpty() || run.isQuestioned()
        ? new Step.Finished()
        : new Step.Questions();
  }
}
