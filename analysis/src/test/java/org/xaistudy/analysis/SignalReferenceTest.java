package org.xaistudy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.comparison.BayesFactor;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.distribution.ClopperPearson;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.distribution.Normal;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.mixedmodel.DetectionModel;
import org.xaistudy.analysis.rates.Clustering;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.responses.Source;
import org.xaistudy.testing.Shared;

/**
 * Models of sensitivity and bias, Bayes factors and exact intervals against R; values and versions
 * in {@code signal.csv}, by {@code signal.R}.
 */
class SignalReferenceTest {
  private static final RValues R = new RValues("signal.csv");
  private static final double SQRT2 = Math.sqrt(2);

  @Test
  void hierarchicalSignalDetectionAgreesWithPlainQuadrature() {
    assertDetection(
        "detect", DetectionModel.HIERARCHICAL.fit(MadeUp.arms(SignalReferenceTest::person)));
  }

  /** What follows from the parameters in closed form, errors by the delta method. */
  @Test
  void areasAndDifferencesFollowFromTheParameters() {
    DetectionFit fit = DetectionModel.HIERARCHICAL.fit(MadeUp.arms(SignalReferenceTest::person));
    Estimate reference = fit.sensitivity(0);
    assertThat(reference.df()).as("60 people in 3 arms").isEqualTo(57);
    assertThat(fit.criterionCorrelation()).isEqualTo(-fit.correlation()).isNotZero();
    double slopeOfReference = Normal.density(reference.value() / SQRT2) / SQRT2;
    for (int arm = 0; arm < 3; arm++) {
      Estimate d = fit.sensitivity(arm);
      double slope = Normal.density(d.value() / SQRT2) / SQRT2;
      Estimate area = fit.area(arm);
      assertThat(area.value()).isCloseTo(Normal.cumulative(d.value() / SQRT2), within(1e-12));
      assertThat(area.error()).isCloseTo(slope * d.error(), within(1e-8));
      Interval limits = fit.areaInterval(arm, 0.95);
      assertThat(limits.low())
          .isCloseTo(Normal.cumulative(d.interval(0.95).low() / SQRT2), within(1e-12));
      assertThat(limits.high())
          .isCloseTo(Normal.cumulative(d.interval(0.95).high() / SQRT2), within(1e-12));
      if (arm > 0) {
        Estimate difference = fit.areaDifference(arm);
        double own = d.error() * d.error();
        double others = reference.error() * reference.error();
        double apart = fit.sensitivityDifference(arm).error();
        double together = (own + others - apart * apart) / 2;
        double variance =
            slope * slope * own
                + slopeOfReference * slopeOfReference * others
                - 2 * slope * slopeOfReference * together;
        assertThat(difference.value()).isCloseTo(area.value() - fit.area(0).value(), within(1e-12));
        assertThat(difference.error()).isCloseTo(Math.sqrt(variance), within(1e-8));
        assertThat(fit.accuracyDifference(arm).value())
            .isCloseTo(fit.accuracy(arm).value() - fit.accuracy(0).value(), within(1e-12));
        assertThat(fit.accuracyDifference(arm).error())
            .isBetween(
                Math.abs(fit.accuracy(arm).error() - fit.accuracy(0).error()),
                fit.accuracy(arm).error() + fit.accuracy(0).error());
      }
    }
  }

  /** Of Φ(m + Z√v) the mean is Φ(m/√(1 + v)), over people and stimuli. */
  @Test
  void stimuliThatDifferLowerWhatOnePersonTells() {
    DetectionFit fit = DetectionModel.CROSSED.fit(MadeUp.arms(SignalReferenceTest::named));
    double stimuli = fit.stimulusSd().orElseThrow();
    assertThat(stimuli).isGreaterThan(0.1);
    double scale = Math.sqrt(2 * (1 + stimuli * stimuli));
    for (int arm = 0; arm < 3; arm++) {
      double d = fit.sensitivity(arm).value();
      assertThat(fit.area(arm).value()).isCloseTo(Normal.cumulative(d / scale), within(1e-12));
      assertThat(fit.areaInterval(arm, 0.95).high())
          .isCloseTo(
              Normal.cumulative(fit.sensitivity(arm).interval(0.95).high() / scale), within(1e-12));
      double hit = right(fit, fit.bias(arm).value() + d / 2, 0.5);
      double rejection = 1 - right(fit, fit.bias(arm).value() - d / 2, -0.5);
      assertThat(fit.accuracy(arm).value()).isCloseTo((hit + rejection) / 2, within(1e-9));
    }
  }

  /** How often people say yes, by the spreads and the correlation that the fit tells. */
  private static double right(DetectionFit fit, double mean, double half) {
    double bias = fit.biasSd();
    double sensitivity = half * fit.sensitivitySd();
    double stimuli = fit.stimulusSd().orElseThrow();
    double variance =
        bias * bias
            + sensitivity * sensitivity
            + 2 * fit.correlation() * bias * sensitivity
            + stimuli * stimuli;
    return Normal.cumulative(mean / Math.sqrt(1 + variance));
  }

  /** The same people, of whose stimuli some get a yes more easily. */
  private static Participant named(int p) {
    List<Answer> answers = new ArrayList<>();
    for (Answer one : person(p).answers()) {
      int stimulus = (p * 3 + one.trial() * 7) % 12;
      boolean yes = stimulus == 3 || (stimulus != 8 && one.answer());
      answers.add(
          new Answer("s" + stimulus, one.trial(), one.truth(), yes, 5, 5, one.responseTime()));
    }
    return new Participant("p" + p, "m" + p % 3, answers, true, "", Source.UNKNOWN, 0);
  }

  @Test
  void randomSlopesAgreeWithLme4() {
    assertSlopes("slopes", DetectionModel.LOGISTIC.fit(MadeUp.arms(SignalReferenceTest::person)));
  }

  @Test
  void theStudyOf2023Agrees() {
    List<Arm> arms =
        ResponsesFile.read(
                Shared.path("reference/achtibat2023/responses.csv"), ProgressListener.SILENT)
            .arms(List.of("crp", "gradcam", "ig", "lrp", "shap"));
    assertDetection("detect_2023", DetectionModel.HIERARCHICAL.fit(arms));
    assertSlopes("slopes_2023", DetectionModel.LOGISTIC.fit(arms));
  }

  @Test
  void bayesFactorsAgree() {
    R.of("bayes")
        .forEach(
            (key, value) -> {
              String[] at = key.split(" ", -1);
              TTest student =
                  new TTest(
                      Double.parseDouble(at[0]), Double.NaN, Double.NaN, 0, Interval.UNDETERMINED);
              BayesFactor factor =
                  BayesFactor.of(student, Integer.parseInt(at[1]), Integer.parseInt(at[2]));
              R.assertAgrees("bayes", key, factor.forDifference(), 1e-6);
            });
  }

  @Test
  void exactIntervalsAgree() {
    R.of("exact_low")
        .keySet()
        .forEach(
            key -> {
              double hits = Double.parseDouble(key.split(" ", -1)[0]);
              int trials = Integer.parseInt(key.split(" ", -1)[1]);
              Interval interval = ClopperPearson.of(hits / trials, trials, 0.95);
              R.assertAgrees("exact_low", key, interval.low(), 1e-9);
              R.assertAgrees("exact_high", key, interval.high(), 1e-9);
            });
  }

  @Test
  void aMeanAgainstChanceAgrees() {
    Estimate chance = Estimate.ofMean(new double[] {0.91, 0.72, 0.55, 0.83}, 0.5);
    R.assertAgrees("one_sample", "t", chance.t(), 1e-9);
    R.assertAgrees("one_sample", "p", chance.p(), 1e-9);
    R.assertAgrees("one_sample", "low", chance.interval(0.95).low(), 1e-9);
    R.assertAgrees("one_sample", "high", chance.interval(0.95).high(), 1e-9);
  }

  @Test
  void theIntraclassCorrelationAgrees() {
    List<Participant> everybody =
        MadeUp.arms(SignalReferenceTest::person).stream()
            .flatMap(arm -> arm.participants().stream())
            .toList();
    Clustering clustering = Clustering.of(everybody);
    R.assertAgrees("clustering", "intraclass", clustering.intraclass(), 1e-9);
    R.assertAgrees("clustering", "design_effect", clustering.designEffect(), 1e-9);
  }

  private static void assertDetection(String name, DetectionFit fit) {
    assertThat(fit.converged()).isTrue();
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      String k = String.valueOf(arm + 1);
      R.assertAgrees(name, "d" + k, fit.sensitivity(arm).value(), 1e-4);
      R.assertAgrees(name, "d_error" + k, fit.sensitivity(arm).error(), 2e-4);
      R.assertAgrees(name, "bias" + k, fit.bias(arm).value(), 1e-4);
      R.assertAgrees(name, "bias_error" + k, fit.bias(arm).error(), 2e-4);
      R.assertAgrees(name, "accuracy" + k, fit.accuracy(arm).value(), 1e-4);
      if (arm > 0) {
        R.assertAgrees(name, "difference_error" + k, fit.sensitivityDifference(arm).error(), 2e-4);
      }
    }
    R.assertAgrees(name, "bias_sd", fit.biasSd(), 1e-4);
    R.assertAgrees(name, "d_sd", fit.sensitivitySd(), 1e-4);
    R.assertAgrees(name, "log_likelihood", fit.logLikelihood(), 1e-5);
  }

  private static void assertSlopes(String name, DetectionFit fit) {
    assertThat(fit.converged()).isTrue();
    int arms = fit.methods().size();
    List<Estimate> terms = new ArrayList<>(List.of(fit.bias(0), fit.sensitivity(0)));
    for (int arm = 1; arm < arms; arm++) {
      terms.add(fit.biasDifference(arm));
    }
    for (int arm = 1; arm < arms; arm++) {
      terms.add(fit.sensitivityDifference(arm));
    }
    for (int i = 0; i < terms.size(); i++) {
      R.assertAgrees(name, "estimate" + (i + 1), terms.get(i).value(), 1e-3);
      R.assertAgrees(name, "error" + (i + 1), terms.get(i).error(), 1e-3);
    }
    R.assertAgrees(name, "bias_sd", fit.biasSd(), 1e-3);
    R.assertAgrees(name, "sensitivity_sd", fit.sensitivitySd(), 1e-3);
    R.assertAgrees(name, "correlation", fit.correlation(), 1e-3);
    R.assertAgrees(name, "log_likelihood", fit.logLikelihood(), 1e-6);
  }

  private static Participant person(int p) {
    double d = 2 - p % 3 + 0.8 * Normal.quantile((p * 37 % 60 + 0.5) / 60);
    double c = -0.2 + 0.9 * Normal.quantile(((p * 23 + 11) % 60 + 0.5) / 60);
    List<Answer> answers = new ArrayList<>();
    for (int trial = 0; trial < 14; trial++) {
      boolean truth = trial % 2 == 1;
      double noise = (p * 7919 + trial * 104729 + p * trial * 31) % 1000 / 1000.0;
      boolean yes = noise < Normal.cumulative((truth ? 0.5 : -0.5) * d - c);
      answers.add(new Answer("", trial + 1, truth, yes, 5, 5, Answer.UNKNOWN_TIME));
    }
    return new Participant("p" + p, "m" + p % 3, answers, true, "", Source.UNKNOWN, 0);
  }
}
