package org.xaistudy.analysis.exclusion;

import java.util.function.Function;
import java.util.function.Predicate;
import org.xaistudy.analysis.distribution.Median;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.studies.responses.ExclusionReason;

/**
 * Who is left out, and why.
 *
 * @param id the name in {@code statistics.csv}
 * @param reason in a few words, for errors
 * @param medianMs what was too fast in milliseconds; 0 of any other rule
 * @param leavesOut whether the rule is about this person
 */
public record ExclusionRule(
    String id, String reason, int medianMs, Predicate<Participant> leavesOut) {
  /** Did not finish. */
  public static final ExclusionRule INCOMPLETE =
      new ExclusionRule("incomplete", "did not finish", 0, person -> !person.completed());

  /** Failed the attention checks, by the file's own mark. */
  public static final ExclusionRule ATTENTION =
      new ExclusionRule(
          "attention",
          ExclusionReason.FAILED_ATTENTION_CHECKS.written(),
          0,
          person -> person.excluded().equals(ExclusionReason.FAILED_ATTENTION_CHECKS.written()));

  /** Marked in the file, for whatever reason. */
  public static final ExclusionRule FLAGGED =
      new ExclusionRule("flagged", "marked as excluded", 0, person -> !person.excluded().isEmpty());

  /**
   * One and the same answer, confidence and clarity throughout, as far as they were asked, in at
   * least four trials.
   */
  public static final ExclusionRule STRAIGHT_LINING =
      new ExclusionRule(
          "straight_lining", "gave the same answer throughout", 0, ExclusionRule::straight);

  private static final int FEW = 4;

  /** Median response time below {@code medianMs}; nobody whose times were not recorded. */
  public static ExclusionRule tooFast(int medianMs) {
    return new ExclusionRule(
        "too_fast",
        "answered in under %,d ms (median)".formatted(medianMs),
        medianMs,
        person ->
            Median.of(
                    person.answers().stream()
                        .filter(Answer::timed)
                        .mapToDouble(Answer::responseTime))
                < medianMs);
  }

  private static boolean straight(Participant person) {
    return person.answers().size() >= FEW
        && alike(person, answer -> answer.judgement().said())
        && alike(person, Answer::confidence)
        && alike(person, Answer::clarity);
  }

  private static boolean alike(Participant person, Function<Answer, Object> reply) {
    return person.answers().stream()
            .map(reply)
            .filter(value -> !value.equals(Answer.NOT_ASKED))
            .distinct()
            .count()
        <= 1;
  }
}
