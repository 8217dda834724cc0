package org.xaistudy.stimuli;

/** A study that cannot be published, with the reason in words for the researcher. */
final class Refusal extends RuntimeException {
  Refusal(String reason) {
    super(reason);
  }
}
