package org.xaistudy.analysis.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.comparison.Correction;

class PowerAnalysisTest {
  private static final Population GOOD = new Population(2, 0.5, 0, 0.5);

  @Test
  void withoutADifferenceItFindsOneAsOftenAsAlphaSays() {
    Power power = new PowerAnalysis(design(GOOD, GOOD), 3000, 1).at(25);
    assertThat(power.found().get("other").value()).isBetween(0.035, 0.065);
  }

  @Test
  void aLargeDifferenceIsFoundMoreOftenByMorePeople() {
    PowerAnalysis analysis =
        new PowerAnalysis(design(GOOD, new Population(1, 0.5, 0, 0.5)), 400, 1);
    assertThat(analysis.at(40).least()).isGreaterThan(analysis.at(8).least() + 0.2);
    int needed = analysis.needed("other").orElseThrow();
    assertThat(analysis.at(needed).least()).isGreaterThanOrEqualTo(0.8);
    assertThat(analysis.at(needed - 1).least()).isLessThan(0.8);
  }

  @Test
  void theSameSeedGivesTheSamePower() {
    PowerAnalysis analysis = new PowerAnalysis(design(GOOD, GOOD), 200, 5);
    assertThat(analysis.at(10)).isEqualTo(new PowerAnalysis(design(GOOD, GOOD), 200, 5).at(10));
  }

  @Test
  void whatCannotBeFoundNeedsMoreThanAnybodyHas() {
    assertThat(new PowerAnalysis(design(GOOD, GOOD), 40, 1).needed("other")).isEmpty();
  }

  /** Were the simulated studies alike, seeds would differ by more than chance allows. */
  @Test
  void simulatedStudiesAreIndependent() {
    int studies = 100;
    Design design = design(GOOD, new Population(1.4, 0.5, 0, 0.5));
    double[] powers =
        IntStream.range(0, 40)
            .mapToDouble(seed -> new PowerAnalysis(design, studies, seed).at(12).least())
            .toArray();
    double mean = StatUtils.mean(powers);
    assertThat(mean).isBetween(0.2, 0.8);
    assertThat(StatUtils.variance(powers)).isLessThan(2 * mean * (1 - mean) / studies);
  }

  private static Design design(Population reference, Population other) {
    Map<String, Population> arms = new LinkedHashMap<>();
    arms.put("reference", reference);
    arms.put("other", other);
    return new Design("reference", arms, 25, 7, Correction.HOLM, 0.05, 0.8);
  }
}
