package org.xaistudy.server.trial;

import java.util.Optional;

/**
 * A trial with its answer.
 *
 * @param trial the trial
 * @param answer its answer; empty before it is answered
 */
record AnsweredTrial(Trial trial, Optional<Answer> answer) {
  boolean isFailedAttention() {
    return trial.kind() == Kind.ATTENTION && answer.filter(a -> !a.isAsAsked(trial)).isPresent();
  }
}
