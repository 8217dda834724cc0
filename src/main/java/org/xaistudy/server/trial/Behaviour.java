package org.xaistudy.server.trial;

import java.util.OptionalInt;

/**
 * What a page noticed while an image was judged; all empty where its script did not run. The times
 * are the browser's own and count from the moment the page was shown.
 *
 * @param firstInteractionMs milliseconds until the first key or touch
 * @param submittedMs milliseconds until the form was sent
 * @param focusLosses how often the page was left for another window or tab
 * @param zooms how often a picture was enlarged
 */
public record Behaviour(
    OptionalInt firstInteractionMs,
    OptionalInt submittedMs,
    OptionalInt focusLosses,
    OptionalInt zooms) {
  /** Nothing is known. */
  public static final Behaviour UNKNOWN =
      new Behaviour(
          OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
