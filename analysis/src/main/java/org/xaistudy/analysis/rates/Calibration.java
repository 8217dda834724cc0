package org.xaistudy.analysis.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xaistudy.analysis.responses.Answer;

/**
 * How confidence goes with being right, over the trials of one arm.
 *
 * <p>Confidence has ten levels, so all of it follows from two counts per level.
 *
 * @param spearman rank correlation of confidence with correctness; {@code NaN} if either is
 *     constant
 * @param auroc2 area under the type-2 ROC curve: the chance that a right answer was given with more
 *     confidence than a wrong one, ties counting half; ½ knows nothing; {@code NaN} if all answers
 *     are right or all wrong
 * @param curve share of right answers at each level of confidence that was used
 */
public record Calibration(double spearman, double auroc2, List<Level> curve) {
  /**
   * One point of the curve.
   *
   * @param confidence the level
   * @param right right answers given with it
   */
  public record Level(int confidence, Rate right) {}

  /** From those of an arm's answers whose confidence was asked. */
  public static Calibration of(Stream<Answer> answers) {
    long[] right = new long[Answer.SCALE_HIGH + 1];
    long[] wrong = new long[Answer.SCALE_HIGH + 1];
    answers
        .filter(answer -> answer.confidence() != Answer.NOT_ASKED)
        .forEach(answer -> (answer.correct() ? right : wrong)[answer.confidence()]++);
    return new Calibration(spearman(right, wrong), auroc2(right, wrong), curve(right, wrong));
  }

  private static List<Level> curve(long[] right, long[] wrong) {
    List<Level> curve = new ArrayList<>();
    for (int level = 0; level < right.length; level++) {
      long all = right[level] + wrong[level];
      if (all > 0) {
        curve.add(new Level(level, new Rate((int) right[level], (int) all)));
      }
    }
    return List.copyOf(curve);
  }

  private static double auroc2(long[] right, long[] wrong) {
    double pairs = 0;
    double below = 0;
    for (int level = 0; level < right.length; level++) {
      pairs += right[level] * (below + 0.5 * wrong[level]);
      below += wrong[level];
    }
    return pairs / (sum(right) * below);
  }

  /**
   * Pearson's correlation of mid-ranks. With a yes/no variable it is (2·AUROC2 − 1) scaled by the
   * spread of the ranks: Σ over levels of rank deviations, as below.
   */
  private static double spearman(long[] right, long[] wrong) {
    double r = sum(right);
    double n = r + sum(wrong);
    double seen = 0;
    double product = 0;
    double squares = 0;
    for (int level = 0; level < right.length; level++) {
      double all = right[level] + wrong[level];
      double deviation = seen + (all + 1) / 2 - (n + 1) / 2;
      product += deviation * right[level];
      squares += deviation * deviation * all;
      seen += all;
    }
    // Ranks of a yes/no variable are linear in it, and correlation ignores linear maps.
    double spread = r * (n - r) / n;
    return squares > 0 && spread > 0 ? product / Math.sqrt(squares * spread) : Double.NaN;
  }

  private static double sum(long[] counts) {
    double sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
