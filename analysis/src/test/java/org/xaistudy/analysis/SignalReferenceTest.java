package org.xaistudy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void hierarchicalSignalDetectionAgreesWithPlainQuadrature() {
    assertDetection(
        "detect", DetectionModel.HIERARCHICAL.fit(MadeUp.arms(SignalReferenceTest::person)));
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
