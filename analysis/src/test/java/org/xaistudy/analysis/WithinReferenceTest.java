package org.xaistudy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.comparison.BayesFactor;
import org.xaistudy.analysis.comparison.EffectSize;
import org.xaistudy.analysis.comparison.Equivalence;
import org.xaistudy.analysis.comparison.Scores;
import org.xaistudy.analysis.comparison.SignedRanks;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.comparison.VarianceAnalysis;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Normal;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.mixedmodel.DetectionModel;
import org.xaistudy.analysis.mixedmodel.LogisticMixedModel;
import org.xaistudy.analysis.mixedmodel.LogisticMixedModel.Outcome;
import org.xaistudy.analysis.mixedmodel.MixedModelFit;
import org.xaistudy.analysis.mixedmodel.TimeFit;
import org.xaistudy.analysis.mixedmodel.TimeModel;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Source;

/**
 * The same people with several methods, against R; values and versions in {@code within.csv}, by
 * {@code within.R}.
 */
class WithinReferenceTest {
  private static final RValues R = new RValues("within.csv");
  private static final int PEOPLE = 24;
  private static final int EACH = 8;
  private static final List<Arm> ARMS = arms();

  @Test
  void pairedTestsAgree() {
    for (int k = 1; k < 3; k++) {
      Scores differences = differences(ARMS.get(0), ARMS.get(k));
      String name = "pairs" + k;
      TTest test = TTest.paired(differences, 0.95);
      R.assertAgrees(name, "difference", test.difference(), 1e-10);
      R.assertAgrees(name, "t", test.t(), 1e-10);
      R.assertAgrees(name, "df", test.df(), 1e-10);
      R.assertAgrees(name, "p", test.p(), 1e-10);
      R.assertAgrees(name, "low", test.interval().low(), 1e-10);
      R.assertAgrees(name, "high", test.interval().high(), 1e-10);
      EffectSize effect = EffectSize.ofPairs(differences, 0.95);
      R.assertAgrees(name, "dz", effect.d(), 1e-10);
      R.assertAgrees(name, "gz", effect.g(), 1e-10);
      R.assertAgrees(name, "dz_low", effect.dInterval().low(), 1e-6);
      R.assertAgrees(name, "dz_high", effect.dInterval().high(), 1e-6);
      SignedRanks ranks = SignedRanks.of(differences);
      R.assertAgrees(name, "v", ranks.v(), 1e-10);
      R.assertAgrees(name, "wilcoxon_p", ranks.p(), 1e-10);
      R.assertAgrees(name, "equivalence_p", Equivalence.ofPairs(differences, 0.1).p(), 1e-10);
      R.assertAgrees(
          name, "bayes", BayesFactor.ofPairs(test, differences.size()).forDifference(), 1e-6);
    }
  }

  @Test
  void signedRanksAreExactWithoutTies() {
    double[] differences =
        IntStream.rangeClosed(1, 12)
            .mapToDouble(i -> Math.pow(i, 1.3) - ((13 - i) * 1.7 + 0.37 * i))
            .toArray();
    SignedRanks ranks = SignedRanks.of(Scores.of(differences));
    R.assertAgrees("exact", "v", ranks.v(), 1e-12);
    R.assertAgrees("exact", "p", ranks.p(), 1e-12);
    assertThat(SignedRanks.of(Scores.of(0, 0)).p()).isNaN();
  }

  @Test
  void allMethodsAtOnceAgree() {
    double[][] values = new double[PEOPLE][3];
    for (int arm = 0; arm < 3; arm++) {
      double[] means = ARMS.get(arm).means(Measure.CORRECT);
      for (int p = 0; p < PEOPLE; p++) {
        values[p][arm] = means[p];
      }
    }
    VarianceAnalysis anova = VarianceAnalysis.repeated(values);
    R.assertAgrees("together", "f", anova.statistic(), 1e-10);
    R.assertAgrees("together", "df1", anova.df1(), 1e-10);
    R.assertAgrees("together", "df2", anova.df2(), 1e-10);
    R.assertAgrees("together", "p", anova.p(), 1e-10);
    VarianceAnalysis adjusted = VarianceAnalysis.greenhouseGeisser(values);
    R.assertAgrees("together", "gg_p", adjusted.p(), 1e-9);
    assertThat(adjusted.df1()).isLessThan(2).isGreaterThan(1);
    VarianceAnalysis friedman = VarianceAnalysis.friedman(values);
    R.assertAgrees("together", "q", friedman.statistic(), 1e-10);
    R.assertAgrees("together", "friedman_p", friedman.p(), 1e-10);
  }

  /** People are one, whatever they judge with: else there would be 72 of them. */
  @Test
  void peopleAndStimuliCrossMethodsAsInLme4() {
    MixedModelFit fit = new LogisticMixedModel(Outcome.CORRECT, true, false).fit(ARMS);
    for (int i = 0; i < 3; i++) {
      R.assertAgrees("correct", "estimate" + (i + 1), fit.coefficients().get(i).estimate(), 1e-4);
      R.assertAgrees("correct", "error" + (i + 1), fit.coefficients().get(i).error(), 1e-4);
    }
    R.assertAgrees("correct", "participant_sd", fit.participantSd(), 1e-4);
    R.assertAgrees("correct", "stimulus_sd", fit.stimulusSd().orElseThrow(), 1e-4);
    R.assertAgrees("correct", "log_likelihood", fit.logLikelihood(), 1e-6);
  }

  @Test
  void signalDetectionOfPeopleAndStimuliAgreesWithGlmmTmb() {
    DetectionFit fit = DetectionModel.CROSSED.fit(ARMS);
    List<Estimate> terms =
        List.of(
            fit.bias(0),
            fit.sensitivity(0),
            fit.biasDifference(1),
            fit.biasDifference(2),
            fit.sensitivityDifference(1),
            fit.sensitivityDifference(2));
    for (int i = 0; i < terms.size(); i++) {
      R.assertAgrees("crossed", "estimate" + (i + 1), terms.get(i).value(), 1e-3);
      R.assertAgrees("crossed", "error" + (i + 1), terms.get(i).error(), 1e-3);
    }
    R.assertAgrees("crossed", "bias_sd", fit.biasSd(), 1e-3);
    R.assertAgrees("crossed", "sensitivity_sd", fit.sensitivitySd(), 1e-3);
    R.assertAgrees("crossed", "stimulus_sd", fit.stimulusSd().orElseThrow(), 1e-3);
    R.assertAgrees("crossed", "log_likelihood", fit.logLikelihood(), 1e-5);
    assertThat(fit.bias(0).df()).isEqualTo(PEOPLE - 1.0);
  }

  /** Errors of whole people, against plain quadrature and derivatives by differences. */
  @Test
  void signalDetectionOfPeopleHasErrorsOfWholePeople() {
    DetectionFit fit = DetectionModel.HIERARCHICAL.fit(ARMS);
    for (int arm = 0; arm < 3; arm++) {
      R.assertAgrees("whole", "d" + (arm + 1), fit.sensitivity(arm).value(), 1e-4);
      R.assertAgrees("whole", "d_error" + (arm + 1), fit.sensitivity(arm).error(), 1e-3);
      if (arm > 0) {
        R.assertAgrees(
            "whole", "difference_error" + (arm + 1), fit.sensitivityDifference(arm).error(), 1e-3);
      }
    }
    assertThat(fit.sensitivity(0).df()).isEqualTo(PEOPLE - 1.0);
  }

  @Test
  void responseTimesAgreeWithLme4() {
    TimeFit fit = TimeModel.fit(ARMS).orElseThrow();
    R.assertAgrees("times", "right0", fit.time(0, true).value(), 1e-5);
    R.assertAgrees("times", "right0_error", fit.time(0, true).error(), 1e-5);
    R.assertAgrees("times", "participant_sd", fit.participantSd(), 1e-5);
    R.assertAgrees("times", "stimulus_sd", fit.stimulusSd().orElseThrow(), 1e-4);
    R.assertAgrees("times", "residual_sd", fit.residualSd(), 1e-5);
  }

  private static Scores differences(Arm first, Arm second) {
    double[] x = first.means(Measure.CORRECT);
    double[] y = second.means(Measure.CORRECT);
    double[] differences = new double[x.length];
    Arrays.setAll(differences, i -> x[i] - y[i]);
    return Scores.of(differences);
  }

  private static List<Arm> arms() {
    List<Arm> arms = new ArrayList<>();
    for (int arm = 0; arm < 3; arm++) {
      List<Participant> people = new ArrayList<>();
      for (int p = 0; p < PEOPLE; p++) {
        people.add(person(p, arm));
      }
      arms.add(new Arm("m" + arm, people));
    }
    return arms;
  }

  private static Participant person(int p, int arm) {
    double d =
        new double[] {2, 1.2, 0.6}[arm]
            + 0.7 * Normal.quantile((p * 7 % 24 + 0.5) / 24)
            + 0.6 * Normal.quantile(((p * 5 + arm * 8) % 24 + 0.5) / 24);
    double c = -0.2 + 0.5 * Normal.quantile(((p * 11 + 3) % 24 + 0.5) / 24);
    List<Answer> answers = new ArrayList<>();
    for (int t = arm * EACH; t < (arm + 1) * EACH; t++) {
      boolean truth = t % 2 == 1;
      int stimulus = (p * 3 + t * 7) % 12 * 2 + (truth ? 1 : 0);
      double shift = 0.6 * Normal.quantile((stimulus * 7 % 24 + 0.5) / 24);
      double noise = (p * 7919 + t * 104729 + p * t * 31) % 1000 / 1000.0;
      boolean yes = noise < Normal.cumulative((truth ? 0.5 : -0.5) * d - c + shift);
      double log =
          8
              + 0.3 * Normal.quantile((p * 13 % 24 + 0.5) / 24)
              - 0.2 * (yes == truth ? 1 : 0)
              + 0.1 * arm
              + 0.4 * Normal.quantile(((p * 17 + t * 29) % 97 + 0.5) / 97);
      int ms = (int) Math.rint(Math.exp(log));
      answers.add(new Answer("s" + stimulus, t + 1, truth, yes, 5, 5, ms));
    }
    return new Participant("p" + p, "m" + arm, answers, true, "", Source.UNKNOWN, 0);
  }
}
