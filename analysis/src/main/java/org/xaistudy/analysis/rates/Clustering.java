package org.xaistudy.analysis.rates;

import java.util.List;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Participant;

/**
 * How much trials of one person are alike.
 *
 * @param intraclass correlation of correctness within people, by one-way analysis of variance
 *     (Fisher; Donner, Int. Stat. Rev. 54, 1986); below 0 where they are less alike than chance;
 *     {@code NaN} where nothing varies
 * @param designEffect by how much the variance of a share exceeds that of independent trials, 1 +
 *     (n − 1)·intraclass for n trials a person
 */
public record Clustering(double intraclass, double designEffect) {
  /** Of an arm's participants. */
  public static Clustering of(List<Participant> people) {
    double trials = 0;
    double squaredTrials = 0;
    double right = 0;
    double between = 0;
    for (Participant person : people) {
      double n = person.answers().size();
      double mean = person.mean(Measure.CORRECT).orElseThrow();
      trials += n;
      squaredTrials += n * n;
      right += n * mean;
      between += n * mean * mean;
    }
    double people1 = people.size() - 1.0;
    double grand = right / trials;
    double meanBetween = (between - trials * grand * grand) / people1;
    // Of zeros and ones the sum of squares is their number.
    double meanWithin = (right - between) / (trials - people.size());
    double size = (trials - squaredTrials / trials) / people1;
    double intraclass = (meanBetween - meanWithin) / (meanBetween + (size - 1) * meanWithin);
    return new Clustering(intraclass, 1 + (trials / people.size() - 1) * intraclass);
  }
}
