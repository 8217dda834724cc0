package org.xaistudy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.comparison.EffectSize;
import org.xaistudy.analysis.comparison.Equivalence;
import org.xaistudy.analysis.comparison.MannWhitney;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.comparison.VarianceAnalysis;
import org.xaistudy.analysis.distribution.NoncentralT;
import org.xaistudy.analysis.mixedmodel.Coefficient;
import org.xaistudy.analysis.mixedmodel.LogisticMixedModel;
import org.xaistudy.analysis.mixedmodel.LogisticMixedModel.Outcome;
import org.xaistudy.analysis.mixedmodel.MixedModelFit;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Source;

/**
 * The awkward cases against R; values and versions in {@code reference.csv}, by {@code
 * reference.R}.
 */
class ReferenceTest {
  private static final double[] X = {0.91, 0.72, 0.55, 0.83};
  private static final double[] Y = {0.41, 0.62, 0.53, 0.34, 0.75, 0.26};
  private static final double[] Z = {0.5, 0.6};
  private static final Map<String, Map<String, Double>> R = reference();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | 0.91 0.72 0.55 0.83 | 0.41 0.62 0.53 0.34 0.75 0.26",
        "perfect_participant | 1 0.8 0.7 | 0.5 0.5 0.6 0.4",
        "one_participant | 0.9 | 0.5 0.6 0.7 0.4",
        "one_against_one | 0.9 | 0.5",
        "no_variance | 0.5 0.5 0.5 | 0.5 0.5 0.5 0.5",
        "no_variance_but_different | 1 1 1 | 0.5 0.5 0.5",
        "variance_in_one | 1 1 1 | 0.5 0.6 0.4",
        "ties_everywhere | 0.5 0.5 1 1 0.5 0 | 0.5 0 0 0.5 1 0.5 0",
      })
  void twoSamplesAgree(String name, String x, String y) {
    assertTwo(name, sample(x), sample(y));
  }

  @Test
  void unequalAndLargeSamplesAgree() {
    assertTwo("unequal_arms", Scores.of(0.7, 0.9), sequence(28, i -> 0.11 + 0.03 * i));
    assertTwo(
        "sixty_without_ties",
        sequence(60, i -> (i + 1) / 61),
        sequence(55, i -> (i + 1) / 59 + 0.0001));
  }

  @Test
  void theNoncentralTAgrees() {
    Map<String, Double> grid = R.get("noncentral_t");
    assertThat(grid).hasSizeGreaterThan(450);
    grid.forEach(
        (key, p) -> {
          String[] at = key.split(" ", -1);
          double t = Double.parseDouble(at[0]);
          NoncentralT distribution = new NoncentralT(Double.parseDouble(at[1]));
          double delta = Double.parseDouble(at[2]);
          assertThat(distribution.cumulative(t, delta))
              .as("P(T <= t) for t, df, delta = %s", key)
              .isCloseTo(p, within(delta > 400 ? 1e-7 : 1e-10));
        });
  }

  @Test
  void severalSamplesAgree() {
    assertMany("three", Scores.of(X), Scores.of(Y), Scores.of(Z));
    assertMany("three_with_ties", sample("0.5 0.5 1"), sample("0.5 0 0 1"), sample("1 1"));
    assertMany("one_has_no_variance", Scores.of(X), sample("1 1 1"), Scores.of(Y));
    assertMany("one_has_one_participant", Scores.of(X), Scores.of(0.4), Scores.of(Y));
    assertMany("all_equal", sample("0.5 0.5"), sample("0.5 0.5 0.5"));
  }

  @ParameterizedTest
  @CsvSource({"HOLM,holm", "BONFERRONI,bonferroni", "BENJAMINI_HOCHBERG,BH"})
  void correctionsAgree(Correction correction, String name) {
    double[] raised = correction.apply(0.01, 0.04, 0.03, 0.005, 0.9);
    for (int i = 0; i < raised.length; i++) {
      assertAgrees("adjust_" + name, String.valueOf(i + 1), raised[i], 1e-10);
    }
  }

  @Test
  void aCorrectionLeavesOutWhatCouldNotBeTested() {
    assertThat(Correction.BONFERRONI.apply(0.01, Double.NaN, 0.02))
        .containsExactly(0.02, Double.NaN, 0.04);
  }

  @ParameterizedTest
  @CsvSource({
    "glmm_correct,CORRECT,false,1e-3",
    "glmm_answer,ANSWER,false,1e-3",
    "glmm_correct_crossed,CORRECT,true,1e-4",
    "glmm_answer_crossed,ANSWER,true,1e-4"
  })
  void mixedModelsAgree(String name, Outcome outcome, boolean stimuli, double tolerance) {
    MixedModelFit fit = new LogisticMixedModel(outcome, stimuli, !stimuli).fit(design());
    // R writes all intercepts and slopes by truth first, then those that differ by method.
    List<Coefficient> terms = inOrderOfR(fit.coefficients(), outcome);
    for (int i = 0; i < terms.size(); i++) {
      assertAgrees(name, "estimate" + (i + 1), terms.get(i).estimate(), tolerance);
      assertAgrees(name, "error" + (i + 1), terms.get(i).error(), tolerance);
    }
    assertSpread(name, "participant_sd", fit.participantSd(), tolerance);
    fit.stimulusSd().ifPresent(sd -> assertSpread(name, "stimulus_sd", sd, tolerance));
    assertThat(fit.singular()).isEqualTo(R.get(name).get("participant_sd") < 1e-4);
    assertAgrees(name, "log_likelihood", fit.logLikelihood(), 1e-6);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.separated()).isFalse();
  }

  /** A spread that R finds to be nothing is nothing here too, however it is rounded. */
  private static void assertSpread(String name, String quantity, double sd, double tolerance) {
    if (R.get(name).get(quantity) < MixedModelFit.SINGULAR) {
      assertThat(sd).isLessThan(MixedModelFit.SINGULAR);
    } else {
      assertAgrees(name, quantity, sd, tolerance);
    }
  }

  private static List<Coefficient> inOrderOfR(List<Coefficient> ours, Outcome outcome) {
    return outcome == Outcome.CORRECT
        ? ours
        : IntStream.of(0, 1, 2, 4, 3, 5).mapToObj(ours::get).toList();
  }

  private static void assertTwo(String name, Scores x, Scores y) {
    TTest welch = TTest.welch(x, y, 0.95);
    assertAgrees(name, "welch_t", welch.t(), 1e-8);
    assertAgrees(name, "welch_df", welch.df(), 1e-8);
    assertAgrees(name, "welch_p", welch.p(), 1e-8);
    assertAgrees(name, "welch_low", welch.interval().low(), 1e-8);
    TTest student = TTest.student(x, y, 0.95);
    assertAgrees(name, "student_t", student.t(), 1e-8);
    assertAgrees(name, "student_p", student.p(), 1e-8);
    assertAgrees(name, "student_high", student.interval().high(), 1e-8);
    assertAgrees(name, "mann_whitney_u", MannWhitney.of(x, y).u(), 1e-8);
    assertAgrees(name, "mann_whitney_p", MannWhitney.of(x, y).p(), 1e-8);
    EffectSize effect = EffectSize.of(x, y, 0.95);
    assertAgrees(name, "cohen_d", effect.d(), 1e-8);
    assertAgrees(name, "cohen_d_low", effect.dInterval().low(), 1e-8);
    assertAgrees(name, "cohen_d_high", effect.dInterval().high(), 1e-8);
    assertAgrees(name, "hedges_g_low", effect.gInterval().low(), 1e-8);
    assertAgrees(name, "equivalence_p", Equivalence.of(x, y, 0.1).p(), 1e-8);
  }

  private static void assertMany(String name, Scores... samples) {
    VarianceAnalysis anova = VarianceAnalysis.anova(List.of(samples));
    assertAgrees(name, "anova_f", anova.statistic(), 1e-8);
    assertAgrees(name, "anova_p", anova.p(), 1e-8);
    VarianceAnalysis welch = VarianceAnalysis.welch(List.of(samples));
    assertAgrees(name, "welch_f", welch.statistic(), 1e-8);
    assertAgrees(name, "welch_p", welch.p(), 1e-8);
    VarianceAnalysis ranks = VarianceAnalysis.kruskalWallis(List.of(samples));
    assertAgrees(name, "kruskal_h", ranks.statistic(), 1e-8);
    assertAgrees(name, "kruskal_p", ranks.p(), 1e-8);
  }

  private static void assertAgrees(String name, String quantity, double value, double tolerance) {
    Double expected = R.get(name).get(quantity);
    assertThat(expected).as("%s %s in reference.csv", name, quantity).isNotNull();
    if (expected.isNaN()) {
      assertThat(value).as("%s %s", name, quantity).isNaN();
    } else {
      assertThat(value)
          .as("%s %s", name, quantity)
          .isCloseTo(expected, within(Math.abs(expected) * tolerance + 1e-12));
    }
  }

  /** The crossed design of {@code reference.R}, by the same formula. */
  private static List<Arm> design() {
    double[] lift = {0.25, 0.1, 0};
    return IntStream.range(0, 3)
        .mapToObj(
            method ->
                new Arm(
                    List.of("a", "b", "c").get(method),
                    IntStream.range(0, 36)
                        .filter(person -> person % 3 == method)
                        .mapToObj(person -> person(person, lift[method]))
                        .toList()))
        .toList();
  }

  private static Participant person(int person, double lift) {
    List<Answer> answers =
        IntStream.range(0, 8)
            .mapToObj(
                trial -> {
                  int stimulus = (person * 5 + trial * 3) % 16;
                  double noise =
                      (person * 7919 + trial * 104729 + person * trial * 31) % 1000 / 1000.0;
                  double skill = lift + person * 37 % 11 / 25.0 + stimulus * 7 % 5 / 12.0;
                  boolean truth = trial % 2 == 1;
                  boolean correct = noise < 0.2 + skill;
                  return new Answer("s" + stimulus, trial + 1, truth, truth == correct, 5, 5, -1);
                })
            .toList();
    return new Participant("p" + person, "m", answers, true, "", Source.UNKNOWN, 0);
  }

  private static Scores sequence(int size, DoubleUnaryOperator value) {
    return Scores.of(IntStream.range(0, size).mapToDouble(i -> value.applyAsDouble(i)).toArray());
  }

  private static Scores sample(String values) {
    return Scores.of(
        List.of(values.split(" ")).stream().mapToDouble(Double::parseDouble).toArray());
  }

  private static Map<String, Map<String, Double>> reference() {
    Map<String, Map<String, Double>> cases = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ReferenceTest.class.getResourceAsStream("reference.csv"),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(2)
          .map(line -> line.split(","))
          .forEach(
              cells ->
                  cases
                      .computeIfAbsent(cells[0], name -> new LinkedHashMap<>())
                      .put(
                          cells[1],
                          cells[2].equals("NA") ? Double.NaN : Double.parseDouble(cells[2])));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return cases;
  }
}
