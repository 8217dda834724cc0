package org.xaistudy.server.trial;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a person said about one image; what was not asked is empty.
 *
 * @param answer to what the study asks: one of its options
 * @param confidence how sure, 0–9
 * @param clarity how clear the explanation was, 0–9
 */
public record Judgement(Optional<String> answer, OptionalInt confidence, OptionalInt clarity) {
  /** The ends of both scales. */
  public static final int LOWEST = 0;

  /** The other end of both scales. */
  public static final int HIGHEST = 9;

  /** What is said where nothing is asked. */
  public static final Judgement NOTHING =
      new Judgement(Optional.empty(), OptionalInt.empty(), OptionalInt.empty());

  /** In SQL: whether an answer {@code a} is what its attention check {@code t} asks for. */
  public static final String AS_ASKED =
      "a.said is not distinct from t.right_answer"
          + " and a.confidence is not distinct from t.asked_confidence"
          + " and a.clarity is not distinct from t.asked_clarity";

  /** Refuses numbers off the scales. */
  public Judgement {
    confidence.ifPresent(Judgement::requireOnScale);
    clarity.ifPresent(Judgement::requireOnScale);
  }

  /** An answer with both scales. */
  public static Judgement of(String answer, int confidence, int clarity) {
    return new Judgement(Optional.of(answer), OptionalInt.of(confidence), OptionalInt.of(clarity));
  }

  private static void requireOnScale(int value) {
    if (value < LOWEST || value > HIGHEST) {
      throw new IllegalArgumentException("expected 0 to 9, found " + value);
    }
  }
}
