package org.xaistudy.server.participation;

import org.xaistudy.server.trial.Trial;

/** What a person does next. */
public sealed interface Step {
  /** Read how to read the explanations. */
  record Instructions() implements Step {}

  /**
   * Judge an image.
   *
   * @param trial the first without an answer
   */
  record Judge(Trial trial) implements Step {}

  /** Everything is answered and counted. */
  record Finished() implements Step {}

  /** The person was away for too long and the place was given to someone else. */
  record PlaceGone() implements Step {}
}
