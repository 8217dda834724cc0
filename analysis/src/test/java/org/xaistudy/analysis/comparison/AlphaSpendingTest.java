package org.xaistudy.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.RValues;
import org.xaistudy.analysis.distribution.Normal;

/** Limits against R; values and versions in {@code looks.csv}, by {@code looks.R}. */
class AlphaSpendingTest {
  private static final RValues R = new RValues("looks.csv");

  @Test
  void limitsAgree() {
    assertThat(R.names()).hasSize(8);
    for (String name : R.names()) {
      double[] numbers = Arrays.stream(name.split(" ")).mapToDouble(Double::parseDouble).toArray();
      int looks = numbers.length - 1;
      AlphaSpending spending = new AlphaSpending(Arrays.copyOf(numbers, looks));
      for (int look = 0; look < looks; look++) {
        double z = Normal.quantile(1 - spending.nominal(look, numbers[looks]) / 2);
        R.assertAgrees(name, String.valueOf(look + 1), z, 1e-5);
      }
    }
  }

  /** Lan & DeMets' own example of five equal looks, as every table prints it. */
  @Test
  void fiveEqualLooksAreThoseOfTheTables() {
    AlphaSpending five = new AlphaSpending(new double[] {0.2, 0.4, 0.6, 0.8, 1});
    double[] z = {4.8769, 3.3569, 2.6803, 2.2898, 2.0310};
    for (int look = 0; look < 5; look++) {
      assertThat(five.nominal(look, 0.05)).isCloseTo(Normal.twoSided(z[look]), within(2e-5));
    }
  }

  @Test
  void aPValueCountsAtALookJustWhereTheRaisedOneCountsAtAll() {
    AlphaSpending three = new AlphaSpending(new double[] {0.4, 0.7, 1});
    double nominal = three.nominal(1, 0.05);
    assertThat(three.adjusted(1, nominal)).isCloseTo(0.05, within(1e-7));
    assertThat(three.adjusted(1, nominal * 1.1)).isGreaterThan(0.05);
    assertThat(three.adjusted(2, 0.9)).isBetween(0.9, 1.0);
    assertThat(three.adjusted(0, 1e-9)).isBetween(1e-9, 0.01);
    assertThat(three.adjusted(0, Double.NaN)).isNaN();
  }

  @Test
  void neitherThePValuesOfCertaintyNorThoseOfNothingAreLost() {
    AlphaSpending three = new AlphaSpending(new double[] {0.4, 0.7, 1});
    assertThat(three.adjusted(2, 1e-30)).isBetween(1e-30, 1e-14);
    assertThat(three.adjusted(0, 0)).isZero();
    assertThat(three.adjusted(0, 1)).isEqualTo(1);
    assertThat(three.adjusted(2, 1)).isEqualTo(1);
  }

  @Test
  void oneLookChangesNothing() {
    assertThat(new AlphaSpending(new double[] {1}).adjusted(0, 0.03)).isEqualTo(0.03);
  }

  /** Whoever stops at the first look that counts is wrong in α of studies. */
  @Test
  void threeLooksTogetherFindNothingMoreOftenThanOne() {
    double[] information = {0.4, 0.7, 1};
    AlphaSpending spending = new AlphaSpending(information);
    double[] nominal = {
      spending.nominal(0, 0.05), spending.nominal(1, 0.05), spending.nominal(2, 0.05)
    };
    SplittableRandom random = new SplittableRandom(3);
    int studies = 100_000;
    int found = 0;
    for (int study = 0; study < studies; study++) {
      double sum = 0;
      boolean crossed = false;
      for (int look = 0; look < 3; look++) {
        double more = information[look] - (look == 0 ? 0 : information[look - 1]);
        sum += Math.sqrt(more) * random.nextGaussian();
        crossed |= Normal.twoSided(sum / Math.sqrt(information[look])) <= nominal[look];
      }
      found += crossed ? 1 : 0;
    }
    double error = Math.sqrt(0.05 * 0.95 / studies);
    assertThat(found / (double) studies).isBetween(0.05 - 3 * error, 0.05 + 3 * error);
  }
}
