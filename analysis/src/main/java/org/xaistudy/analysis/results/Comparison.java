package org.xaistudy.analysis.results;

import org.xaistudy.analysis.comparison.Sample;
import org.xaistudy.analysis.comparison.TTest;

/**
 * One method against another, by one measure.
 *
 * @param method id of the first method, the reference
 * @param versus id of the method it is compared with
 * @param welch the test for unequal variances
 * @param student the test for equal variances
 */
public record Comparison(String method, String versus, TTest welch, TTest student) {
  static Comparison of(String method, Sample x, String versus, Sample y, double level) {
    return new Comparison(method, versus, TTest.welch(x, y, level), TTest.student(x, y, level));
  }
}
