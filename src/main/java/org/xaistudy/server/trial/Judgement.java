package org.xaistudy.server.trial;

/**
 * What a person said about one image.
 *
 * @param yes the answer to what the study asks: yes or no
 * @param confidence how sure, 0–9
 * @param clarity how clear the explanation was, 0–9
 */
public record Judgement(boolean yes, int confidence, int clarity) {
  /** The ends of both scales. */
  public static final int LOWEST = 0;

  /** The other end of both scales. */
  public static final int HIGHEST = 9;

  /** In SQL: whether an answer {@code a} is what its attention check {@code t} asks for. */
  public static final String AS_ASKED =
      "a.said_yes = t.yes_is_right and a.confidence = t.asked_confidence"
          + " and a.clarity = t.asked_clarity";

  /** The answer as it is written: {@code yes} or {@code no}. */
  public String answer() {
    return yes ? "yes" : "no";
  }

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
