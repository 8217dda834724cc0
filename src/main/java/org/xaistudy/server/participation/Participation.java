package org.xaistudy.server.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.enrolment.Run;
import org.xaistudy.server.enrolment.Runs;
import org.xaistudy.server.trial.Answer;
import org.xaistudy.server.trial.Behaviour;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.server.trial.Trials;

/**
 * The rules of a run. Whatever a person sends, in whatever order and however often, the next step
 * follows from what is stored.
 */
@ApplicationScoped
public class Participation {
  private final Runs runs;
  private final Trials trials;
  private final Places places;
  private final Clock clock;

  Participation(Runs runs, Trials trials, Places places, Clock clock) {
    this.runs = runs;
    this.trials = trials;
    this.places = places;
    this.clock = clock;
  }

  /** What a person does next; looking at it shows that they are still there. */
  @Transactional
  public Step next(Run run) {
    return step(run);
  }

  /** Notes that the instructions were read. */
  @Transactional
  public void instructed(String token) {
    runs.lock(token).ifPresent(run -> run.instructed(clock.instant()));
  }

  /** Notes that a trial is being shown. */
  @Transactional
  public void shown(Run run, int place) {
    trials.next(run.id()).filter(trial -> trial.place() == place).ifPresent(trials::shown);
  }

  /**
   * Stores an answer if the trial is the one to be answered now, and otherwise changes nothing. The
   * last answer completes the run in the same transaction.
   */
  @Transactional
  public void answer(String token, int place, Judgement judgement, Behaviour behaviour) {
    Run run = runs.lock(token).orElseThrow();
    if (step(run) instanceof Step.Judge judge && judge.trial().place() == place) {
      trials.answer(judge.trial(), judgement, behaviour);
      step(run);
    }
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
    return trials.of(run.id()).stream().filter(trial -> trial.place() == place).findFirst();
  }

  /** How many trials have an answer, practice included. */
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

  private Step step(Run run) {
    if (run.isCompleted()) {
      return new Step.Finished();
    }
    if (!run.isPreview() && !places.keep(run.id())) {
      return new Step.PlaceGone();
    }
    if (!run.isInstructed()) {
      return new Step.Instructions();
    }
    Optional<Trial> trial = trials.next(run.id());
    return trial.isPresent() ? new Step.Judge(trial.get()) : complete(run);
  }

  private Step complete(Run run) {
    if (run.isPreview() || places.complete(run.occupant())) {
      runs.lock(run.token()).orElseThrow().completed(clock.instant());
      return new Step.Finished();
    }
    return new Step.PlaceGone();
  }
}
