package org.xaistudy.server.trial;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The trials of one run in their order, with the answers so far. Asking it changes nothing. */
public final class TrialSequence {
  private final List<AnsweredTrial> trials;

  TrialSequence(List<AnsweredTrial> trials) {
    this.trials = List.copyOf(trials);
  }

  /** The first trial without an answer; empty when all are answered. */
  public Optional<Trial> next() {
    return trials.stream()
        .filter(entry -> entry.answer().isEmpty())
        .map(AnsweredTrial::trial)
        .findFirst();
  }

  /** The last trial. */
  public Trial last() {
    return trials.get(trials.size() - 1).trial();
  }

  /** The trial at a position, from 1; empty if there is none. */
  public Optional<Trial> at(int position) {
    return entry(position).map(AnsweredTrial::trial);
  }

  /** How many trials have an answer, practice and attention checks included. */
  public int answered() {
    return (int) trials.stream().filter(entry -> entry.answer().isPresent()).count();
  }

  /** The number of a trial among those of its kind, from 1. */
  public int number(Trial trial) {
    return (int)
        trials.stream()
            .map(AnsweredTrial::trial)
            .filter(other -> other.kind() == trial.kind())
            .takeWhile(other -> other.position() <= trial.position())
            .count();
  }

  /** Which option the person chose; empty before the answer, and where there was none. */
  public Optional<String> said(Trial trial) {
    return entry(trial.position()).flatMap(AnsweredTrial::answer).flatMap(Answer::said);
  }

  /** How many attention checks were answered otherwise than they asked. */
  public int failedAttention() {
    return (int) trials.stream().filter(AnsweredTrial::isFailedAttention).count();
  }

  /** The same with one answer more. */
  TrialSequence with(Trial trial, Answer answer) {
    return new TrialSequence(
        trials.stream()
            .map(
                entry ->
                    entry.trial() == trial ? new AnsweredTrial(trial, Optional.of(answer)) : entry)
            .toList());
  }

  private Optional<AnsweredTrial> entry(int position) {
    return trials.stream().filter(entry -> entry.trial().position() == position).findFirst();
  }

  /** The trials, without their answers. */
  public Stream<Trial> stream() {
    return trials.stream().map(AnsweredTrial::trial);
  }
}
