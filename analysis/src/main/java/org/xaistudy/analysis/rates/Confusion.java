package org.xaistudy.analysis.rates;

import java.util.stream.Stream;
import org.xaistudy.analysis.responses.Answer;

/**
 * The four counts of yes/no judgements; positive means that the model uses the artefact.
 *
 * @param tp says yes, and it does
 * @param fn says no, but it does
 * @param fp says yes, but it does not
 * @param tn says no, and it does not
 */
public record Confusion(int tp, int fn, int fp, int tn) implements Tally {
  /** Counts answers. */
  public static Confusion of(Stream<Answer> answers) {
    int[] counts = new int[4];
    answers.forEach(a -> counts[(a.truth() ? 0 : 2) + (a.truth() == a.answer() ? 0 : 1)]++);
    return new Confusion(counts[0], counts[1], counts[3], counts[2]);
  }

  /** Judgements about models that use the artefact. */
  public int positives() {
    return tp + fn;
  }

  /** Judgements about models that do not. */
  public int negatives() {
    return fp + tn;
  }

  /** All judgements. */
  public int total() {
    return positives() + negatives();
  }

  /** True positive rate, TP / (TP + FN); {@code NaN} without positives. */
  public Rate tpr() {
    return new Rate(tp, positives());
  }

  /** False negative rate, FN / (TP + FN). */
  public Rate fnr() {
    return new Rate(fn, positives());
  }

  /** False positive rate, FP / (FP + TN). */
  public Rate fpr() {
    return new Rate(fp, negatives());
  }

  /** True negative rate, TN / (FP + TN). */
  public Rate tnr() {
    return new Rate(tn, negatives());
  }

  /** The share of right judgements, (TP + TN) / all. */
  @Override
  public Rate accuracy() {
    return new Rate(tp + tn, total());
  }
}
