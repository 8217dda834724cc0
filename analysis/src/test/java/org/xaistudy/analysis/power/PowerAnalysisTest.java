package org.xaistudy.analysis.power;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xaistudy.analysis.ProgressListener.SILENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.analysis.comparison.Correction;

class PowerAnalysisTest {
  private static final Population GOOD = new Population(2, 0.5, 0, 0.5);

  @Test
  void withoutADifferenceItFindsOneAsOftenAsAlphaSays() {
    Power power = analysis(design(GOOD, GOOD), 3000, 1).at(25, SILENT);
    assertThat(power.found().get("other").value()).isBetween(0.035, 0.065);
  }

  @Test
  void aLargeDifferenceIsFoundMoreOftenByMorePeople() {
    PowerAnalysis analysis = analysis(design(GOOD, new Population(1, 0.5, 0, 0.5)), 400, 1);
    assertThat(analysis.at(40, SILENT).least()).isGreaterThan(analysis.at(8, SILENT).least() + 0.2);
    int needed = requireNonNull(analysis.needed(SILENT).get("other")).orElseThrow();
    assertThat(analysis.at(needed, SILENT).least()).isGreaterThanOrEqualTo(0.8);
    assertThat(analysis.at(needed - 1, SILENT).least()).isLessThan(0.8);
  }

  @Test
  void theSameSeedGivesTheSamePower() {
    PowerAnalysis analysis = analysis(design(GOOD, GOOD), 200, 5);
    assertThat(analysis.at(10, SILENT))
        .isEqualTo(analysis(design(GOOD, GOOD), 200, 5).at(10, SILENT));
  }

  @Test
  void whatCannotBeFoundNeedsMoreThanAnybodyHas() {
    assertThat(analysis(design(GOOD, GOOD), 40, 1).needed(SILENT))
        .containsEntry("other", OptionalInt.empty());
  }

  /** Were the simulated studies alike, seeds would differ by more than chance allows. */
  @Test
  void simulatedStudiesAreIndependent() {
    int studies = 100;
    Design design = design(GOOD, new Population(1.4, 0.5, 0, 0.5));
    double[] powers =
        IntStream.range(0, 40)
            .mapToDouble(seed -> analysis(design, studies, seed).at(12, SILENT).least())
            .toArray();
    double mean = StatUtils.mean(powers);
    assertThat(mean).isBetween(0.2, 0.8);
    assertThat(StatUtils.variance(powers)).isLessThan(2 * mean * (1 - mean) / studies);
  }

  @Test
  void byTheModelNothingIsFoundWhereThereIsNothing() {
    PowerAnalysis model = new PowerAnalysis(design(GOOD, GOOD), Decision.MODEL, 300, 1);
    double error = Math.sqrt(0.05 * 0.95 / 300);
    assertThat(model.at(20, SILENT).least()).isBetween(0.05 - 3 * error, 0.05 + 3 * error);
  }

  @Test
  void byTheModelADifferenceIsFoundThatCriteriaHideFromMeans() {
    // Accuracy of people with wide criteria says little of their d′.
    Design design = design(new Population(2, 0.3, 0, 1.5), new Population(1.2, 0.3, 0, 1.5));
    double means = new PowerAnalysis(design, Decision.MEANS, 300, 1).at(20, SILENT).least();
    double model = new PowerAnalysis(design, Decision.MODEL, 300, 1).at(20, SILENT).least();
    // 0.56 against 0.48, and so with 21 nodes instead of 7.
    assertThat(model).isGreaterThan(means + 0.05);
  }

  @Test
  void aReportTellsWhatToExpect(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("statistics.csv");
    Files.writeString(
        file,
        """
        table,method,versus,quantity,value,direction
        sdt.crossed,crp,,d_prime,2.25,
        sdt.crossed,crp,,criterion,-0.5,
        sdt.crossed,,,d_prime_sd,0.75,
        sdt.crossed,,,criterion_sd,1.1,
        sdt.crossed,,,correlation,NA,
        sdt.crossed,,,stimulus_sd,0.4,
        sdt.hierarchical,crp,,d_prime,1,
        """);
    ReportedEffects effects = ReportedEffects.read(file);
    assertThat(effects.of("crp")).isEqualTo(new Population(2.25, 0.75, -0.5, 1.1));
    assertThat(effects.stimulusSd()).isEqualTo(0.4);
    assertThatThrownBy(() -> effects.of("lrp"))
        .hasMessageContaining("d_prime of method 'lrp'")
        .hasMessageContaining("statistics.csv");
  }

  private static PowerAnalysis analysis(Design design, int studies, long seed) {
    return new PowerAnalysis(design, Decision.MEANS, studies, seed);
  }

  private static Design design(Population reference, Population other) {
    Map<String, Population> arms = new LinkedHashMap<>();
    arms.put("reference", reference);
    arms.put("other", other);
    return design(arms, new Answering.YesNo());
  }

  private static Design design(Map<String, Population> arms, Answering answering) {
    return new Design(
        "reference", arms, 25, 0, Map.of(), answering, 7, 7, 30, 0, Correction.HOLM, 0.05, 0.8);
  }
}
