package org.xaistudy.server.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.enrolment.Colours;
import org.xaistudy.server.enrolment.Run;
import org.xaistudy.server.enrolment.Runs;
import org.xaistudy.server.questionnaire.Replies;
import org.xaistudy.server.trial.Answer;
import org.xaistudy.server.trial.Behaviour;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.server.trial.Kind;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.server.trial.Trials;
import org.xaistudy.studies.Recruitment.Outcome;
import org.xaistudy.studies.Study;

/**
 * The rules of a run from its first trial on; those before are in {@link Preparation}. Whatever a
 * person sends, in whatever order and however often, the next step follows from what is stored.
 */
@ApplicationScoped
public class Participation {
  private final OpenRuns open;
  private final Runs runs;
  private final Trials trials;
  private final Places places;
  private final Steps steps;
  private final Replies replies;
  private final Clock clock;

  Participation(
      OpenRuns open,
      Runs runs,
      Trials trials,
      Places places,
      Steps steps,
      Replies replies,
      Clock clock) {
    this.open = open;
    this.runs = runs;
    this.trials = trials;
    this.places = places;
    this.steps = steps;
    this.replies = replies;
    this.clock = clock;
  }

  /** What a person does next; looking at it shows that they are still there. */
  @Transactional
  public Step next(Run run) {
    return steps.next(run, open.study(run));
  }

  /** Notes that a trial is being shown. */
  @Transactional
  public void shown(Run run, int place) {
    trials.next(run.id()).filter(trial -> trial.place() == place).ifPresent(trials::shown);
  }

  /**
   * Stores an answer if the trial is the one to be answered now, and otherwise changes nothing. The
   * last answer completes the run in the same transaction; one attention check too many that is not
   * answered as it asks ends it.
   */
  @Transactional
  public void answer(String token, int place, Judgement judgement, Behaviour behaviour) {
    Run run = runs.lock(token).orElseThrow();
    Step step = steps.next(run, open.study(run));
    if (step instanceof Step.Judge judge && judge.trial().place() == place) {
      trials.answer(judge.trial(), judgement, behaviour);
      if (judge.trial().kind() == Kind.ATTENTION) {
        endWithoutAttention(run);
      }
      steps.next(run, open.study(run));
    }
  }

  /**
   * Stores the replies to the questionnaire, once.
   *
   * @param said by the question's id
   * @return ids of the questions whose reply is wanting; nothing is stored unless it is empty
   */
  @Transactional
  public List<String> reply(String token, Map<String, String> said) {
    Run run = runs.lock(token).orElseThrow();
    Study study = open.study(run).study();
    if (!(steps.next(run, open.study(run)) instanceof Step.Questions)) {
      return List.of();
    }
    List<String> wanting = replies.wanting(study.questionnaire(), said);
    if (wanting.isEmpty()) {
      replies.store(run.id(), study.questionnaire(), said);
      run.questioned(clock.instant());
    }
    return wanting;
  }

  /** Shows heat maps in these colours from now on. */
  @Transactional
  public void see(String token, Colours colours) {
    runs.lock(token).ifPresent(run -> run.see(colours));
  }

  /** Deletes a run with all its answers, and gives its place to someone else. */
  @Transactional
  public void withdraw(String token) {
    runs.lock(token)
        .ifPresent(
            run -> {
              places.release(run.occupant());
              runs.delete(run);
            });
  }

  /** The run that a link names. */
  @Transactional
  public Optional<Run> find(String token) {
    return runs.find(token);
  }

  /** The trial at a place of a run, from 1. */
  @Transactional
  public Optional<Trial> trial(Run run, int place) {
    return trials.at(run.id(), place);
  }

  /** The number of a trial among those of its kind, from 1. */
  @Transactional
  public int number(Run run, Trial trial) {
    return trials.number(run.id(), trial);
  }

  /** How many trials have an answer, practice and attention checks included. */
  @Transactional
  public int answered(Run run) {
    int all = trials.of(run.id()).size();
    return trials.next(run.id()).map(trial -> trial.place() - 1).orElse(all);
  }

  /** Whether the person said that the artefact is used; empty before the answer. */
  @Transactional
  public Optional<Boolean> said(Trial trial) {
    return trials.answer(trial).map(Answer::saidUsed);
  }

  private void endWithoutAttention(Run run) {
    Optional<Study.Attention> attention = open.study(run).study().attention();
    if (attention.isPresent() && trials.failedAttention(run.id()) > attention.get().mayFail()) {
      run.end(Outcome.FAILED_ATTENTION, clock.instant());
      places.release(run.occupant());
    }
  }
}
