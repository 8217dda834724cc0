package org.xaistudy.analysis.results;

import org.xaistudy.analysis.comparison.BayesFactor;
import org.xaistudy.analysis.comparison.EffectSize;
import org.xaistudy.analysis.comparison.Equivalence;
import org.xaistudy.analysis.comparison.MannWhitney;
import org.xaistudy.analysis.comparison.PermutationTest;
import org.xaistudy.analysis.comparison.RankTest;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.comparison.SignedRanks;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;

/**
 * One method against another, by one measure: of two groups of people, or of people who judged with
 * both.
 *
 * @param method id of the first method, the reference
 * @param versus id of the method it is compared with
 * @param paired whether the same people judged with both; then all of this is of their differences
 * @param people how many there are in all; pairs count once
 * @param leading the leading test: for unequal variances, or of pairs
 * @param student the test for equal variances, or of pairs
 * @param effect the difference in standard deviations
 * @param ranks the test by ranks
 * @param permutation the test by random splits, or random signs
 * @param equivalence whether the difference is too small to matter
 * @param bayes how far the data speak for a difference rather than none
 */
public record Comparison(
    String method,
    String versus,
    boolean paired,
    int people,
    TTest leading,
    TTest student,
    EffectSize effect,
    RankTest ranks,
    PermutationTest permutation,
    Equivalence equivalence,
    BayesFactor bayes) {

  static Comparison of(String method, Scores x, String versus, Scores y, double margin, Plan plan) {
    Resampling chance = plan.resampling();
    return of(
        method,
        x,
        versus,
        y,
        margin,
        plan,
        PermutationTest.of(x, y, chance.samples(), chance.seed()));
  }

  /** The same with a permutation test that was made together with others. */
  static Comparison of(
      String method,
      Scores x,
      String versus,
      Scores y,
      double margin,
      Plan plan,
      PermutationTest permutation) {
    TTest student = TTest.student(x, y, plan.level());
    return new Comparison(
        method,
        versus,
        false,
        x.size() + y.size(),
        TTest.welch(x, y, plan.level()),
        student,
        EffectSize.of(x, y, plan.level()),
        MannWhitney.of(x, y),
        permutation,
        Equivalence.of(x, y, margin),
        BayesFactor.of(student, x.size(), y.size()));
  }

  /**
   * Of people who judged with both.
   *
   * @param differences of each, first method less second
   */
  static Comparison ofPairs(
      String method, String versus, Scores differences, double margin, Plan plan) {
    Resampling chance = plan.resampling();
    TTest test = TTest.paired(differences, plan.level());
    return new Comparison(
        method,
        versus,
        true,
        differences.size(),
        test,
        test,
        EffectSize.ofPairs(differences, plan.level()),
        SignedRanks.of(differences),
        PermutationTest.ofPairs(differences, chance.samples(), chance.seed()),
        Equivalence.ofPairs(differences, margin),
        BayesFactor.ofPairs(test, differences.size()));
  }

  /**
   * The same, as what {@code versus} has more than {@code method}: people read how a method differs
   * from the reference, while {@code statistics.csv} keeps the direction of its first version.
   */
  public Comparison turned() {
    return new Comparison(
        /* method= */ versus,
        /* versus= */ method,
        paired,
        people,
        leading.turned(),
        student.turned(),
        effect.turned(),
        ranks,
        permutation,
        equivalence,
        bayes);
  }
}
