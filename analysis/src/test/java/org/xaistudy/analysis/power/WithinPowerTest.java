package org.xaistudy.analysis.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.analysis.ProgressListener.SILENT;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.comparison.Correction;

/** Power where each person judges with all methods. */
class WithinPowerTest {
  /** R 4.2.2: t.test of pairs in 20,000 studies of 20 people with shared sensitivity, 0.4619. */
  @Test
  void pairsAreAnalysedAsPairs() {
    PowerAnalysis analysis = new PowerAnalysis(design(2, 1.5), Decision.MEANS, 4000, 1);
    double error = Math.sqrt(0.4619 * (1 - 0.4619) / 4000);
    assertThat(analysis.at(10, SILENT).least())
        .as("20 people, 10 in either order")
        .isBetween(0.4619 - 4 * error, 0.4619 + 4 * error);
  }

  @Test
  void nothingIsFoundWhereThereIsNothing() {
    for (Decision decision : Decision.values()) {
      int studies = decision == Decision.MODEL ? 300 : 4000;
      double error = Math.sqrt(0.05 * 0.95 / studies);
      assertThat(new PowerAnalysis(design(1.5, 1.5), decision, studies, 2).at(15, SILENT).least())
          .as("%s", decision)
          .isBetween(0.05 - 4 * error, 0.05 + 4 * error);
    }
  }

  private static Design design(double reference, double other) {
    Map<String, Population> arms = new LinkedHashMap<>();
    arms.put("reference", new Population(reference, 0.8, 0, 0.4));
    arms.put("other", new Population(other, 0.8, 0, 0.4));
    return new Design(
        "reference",
        arms,
        10,
        2,
        Map.of(),
        new Answering.YesNo(),
        7,
        7,
        30,
        0,
        Correction.HOLM,
        0.05,
        0.8);
  }
}
