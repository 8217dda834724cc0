package org.xaistudy.server.trial;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about one image; what was not asked is empty.
 *
 * @param answer to what the study asks: one of its options
 * @param confidence how sure, 0–9
 * @param clarity how clear the explanation was, 0–9
 * @param further what was said to further questions, by their ids; nothing blank
 */
public record Judgement(
    Optional<String> answer,
    Optional<Integer> confidence,
    Optional<Integer> clarity,
    Map<String, String> further) {
  /** The ends of both scales. */
  public static final int LOWEST = 0;

  /** The other end of both scales. */
  public static final int HIGHEST = 9;

  /** What is said where nothing is asked. */
  public static final Judgement NOTHING =
      new Judgement(Optional.empty(), Optional.empty(), Optional.empty());

  /** In SQL: whether an answer {@code a} is what its attention check {@code t} asks for. */
  public static final String AS_ASKED =
      "a.said is not distinct from t.right_answer"
          + " and a.confidence is not distinct from t.asked_confidence"
          + " and a.clarity is not distinct from t.asked_clarity";

  /**
   * Refuses numbers off the scales. What was said to further questions is kept without blanks
   * around it, and without the character 0, which PostgreSQL stores in no text; who said nothing
   * but that did not answer.
   */
  public Judgement {
    confidence.ifPresent(Judgement::requireOnScale);
    clarity.ifPresent(Judgement::requireOnScale);
    further = said(further);
  }

  /** What is said where nothing further is asked. */
  public Judgement(
      Optional<String> answer, Optional<Integer> confidence, Optional<Integer> clarity) {
    this(answer, confidence, clarity, Map.of());
  }

  /** The same with what is said to further questions. */
  public Judgement with(Map<String, String> said) {
    return new Judgement(answer, confidence, clarity, said);
  }

  private static Map<String, String> said(Map<String, String> further) {
    Map<String, String> said = new TreeMap<>();
    further.forEach(
        (id, text) -> {
          String words = text.replace("\0", "").strip();
          if (!words.isEmpty()) {
            said.put(id, words);
          }
        });
    return Collections.unmodifiableMap(said);
  }

  /** As it is stored and sent: null for what was not asked. */
  public static Judgement of(
      @Nullable String answer, @Nullable Integer confidence, @Nullable Integer clarity) {
    return new Judgement(
        Optional.ofNullable(answer), Optional.ofNullable(confidence), Optional.ofNullable(clarity));
  }

  private static void requireOnScale(int value) {
    if (value < LOWEST || value > HIGHEST) {
      throw new IllegalArgumentException("expected 0 to 9, found " + value);
    }
  }
}
