package org.xaistudy.stimuli.generation;

/** A study that cannot be published, with the reason in words for the researcher. */
public final class Refusal extends RuntimeException {
  Refusal(String reason) {
    super(reason);
  }
}
