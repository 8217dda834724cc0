package org.xaistudy.server.participation;

import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Recruitment.Outcome;

/** What a person does next. */
public sealed interface Step {
  /** Show that the window is large enough. */
  record Device() implements Step {}

  /** Read how to read the explanations. */
  record Instructions() implements Step {}

  /** Answer the questions about the instructions. */
  record Comprehension() implements Step {}

  /**
   * Judge an image, or do what an attention check asks.
   *
   * @param trial the first without an answer
   */
  record Judge(Trial trial) implements Step {}

  /** Everything is answered and counted; answer the questionnaire. */
  record Questions() implements Step {}

  /** Nothing: everything is answered and counted. */
  record Finished() implements Step {}

  /**
   * Nothing: the run was ended before its last trial.
   *
   * @param outcome why
   */
  record Ended(Outcome outcome) implements Step {}

  /** Nothing: the person was away for too long, and every place is given to someone else. */
  record PlaceGone() implements Step {}
}
