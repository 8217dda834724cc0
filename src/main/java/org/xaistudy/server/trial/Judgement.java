package org.xaistudy.server.trial;

/**
 * What a person said about one image.
 *
 * @param used whether the artefact influences the prediction
 * @param confidence how sure, 0–9
 * @param clarity how clear the explanation was, 0–9
 */
public record Judgement(boolean used, int confidence, int clarity) {
  /** The ends of both scales. */
  public static final int LOWEST = 0;

  /** The other end of both scales. */
  public static final int HIGHEST = 9;

  /** In SQL: whether an answer {@code a} is what its attention check {@code t} asks for. */
  public static final String AS_ASKED =
      "a.said_used = t.artefact_used and a.confidence = t.asked_confidence"
          + " and a.clarity = t.asked_clarity";

  /** Refuses numbers off the scales. */
  public Judgement {
    requireOnScale(confidence);
    requireOnScale(clarity);
  }

  private static void requireOnScale(int value) {
    if (value < LOWEST || value > HIGHEST) {
      throw new IllegalArgumentException("expected 0 to 9, found " + value);
    }
  }
}
