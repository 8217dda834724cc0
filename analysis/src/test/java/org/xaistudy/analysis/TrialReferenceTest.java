package org.xaistudy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Normal;
import org.xaistudy.analysis.distribution.Quoted;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.mixedmodel.DetectionModel;
import org.xaistudy.analysis.mixedmodel.Link;
import org.xaistudy.analysis.mixedmodel.TimeFit;
import org.xaistudy.analysis.mixedmodel.TimeModel;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Source;

/**
 * Models of single trials, with people and stimuli that differ, against R; values and versions in
 * {@code trials.csv}, by {@code trials.R}.
 */
class TrialReferenceTest {
  private static final RValues R = new RValues("trials.csv");

  @Test
  void signalDetectionWithPeopleAndStimuliAgreesWithGlmmTmb() {
    assertCrossed(
        "glmmTMB_probit",
        DetectionModel.CROSSED.fit(MadeUp.arms(TrialReferenceTest::person)),
        1e-3);
  }

  /** With a probit link lme4 approximates a little otherwise: see {@code trials.R}. */
  @Test
  void soItDoesWithLme4() {
    DetectionModel logit = new DetectionModel(Link.LOGIT, 1, true);
    assertCrossed("lme4_logit", logit.fit(MadeUp.arms(TrialReferenceTest::person)), 1e-3);
    assertTerms(
        "lme4_probit", DetectionModel.CROSSED.fit(MadeUp.arms(TrialReferenceTest::person)), 3e-2);
  }

  private static void assertTerms(String name, DetectionFit fit, double tolerance) {
    assertThat(fit.converged()).isTrue();
    List<Estimate> terms =
        List.of(
            fit.bias(0),
            fit.sensitivity(0),
            fit.biasDifference(1),
            fit.biasDifference(2),
            fit.sensitivityDifference(1),
            fit.sensitivityDifference(2));
    for (int i = 0; i < terms.size(); i++) {
      R.assertAgrees(name, "estimate" + (i + 1), terms.get(i).value(), tolerance);
      R.assertAgrees(name, "error" + (i + 1), terms.get(i).error(), tolerance);
    }
  }

  private static void assertCrossed(String name, DetectionFit fit, double tolerance) {
    assertTerms(name, fit, tolerance);
    R.assertAgrees(name, "bias_sd", fit.biasSd(), tolerance);
    R.assertAgrees(name, "sensitivity_sd", fit.sensitivitySd(), tolerance);
    R.assertAgrees(name, "correlation", fit.correlation(), tolerance);
    R.assertAgrees(name, "stimulus_sd", fit.stimulusSd().orElseThrow(), tolerance);
    R.assertAgrees(name, "log_likelihood", fit.logLikelihood(), tolerance / 10);
  }

  @Test
  void responseTimesAgreeWithLme4() {
    TimeFit fit = TimeModel.fit(MadeUp.arms(TrialReferenceTest::person)).orElseThrow();
    assertTimes("times", fit);
    R.assertAgrees("times", "stimulus_sd", fit.stimulusSd().orElseThrow(), 1e-5);
    assertThat(fit.methods()).containsExactly("m0", "m1", "m2");
    assertThat(fit.answers()).isEqualTo(60 * 14);
    Estimate log = fit.time(1, false);
    assertThat(log.df()).as("60 people in 3 arms").isEqualTo(57);
    Quoted seconds = fit.seconds(1, false, 0.95);
    assertThat(seconds.value()).isCloseTo(Math.exp(log.value()) / 1000, within(1e-12));
    assertThat(seconds.interval().low())
        .isCloseTo(Math.exp(log.interval(0.95).low()) / 1000, within(1e-12));
    assertThat(seconds.interval().high())
        .isCloseTo(Math.exp(log.interval(0.95).high()) / 1000, within(1e-12));
    List<Arm> unnamed =
        MadeUp.arms(TrialReferenceTest::person).stream()
            .map(
                arm ->
                    new Arm(
                        arm.method(),
                        arm.participants().stream().map(TrialReferenceTest::unnamed).toList()))
            .toList();
    assertTimes("times_people", TimeModel.fit(unnamed).orElseThrow());
  }

  private static void assertTimes(String name, TimeFit fit) {
    for (int arm = 0; arm < 3; arm++) {
      assertEstimate(name, "right" + arm, fit.time(arm, true));
      assertEstimate(name, "wrong" + arm, fit.time(arm, false));
      assertEstimate(name, "ratio" + arm, fit.rightAgainstWrong(arm));
      if (arm > 0) {
        assertEstimate(name, "difference" + arm, fit.difference(arm));
      }
    }
    R.assertAgrees(name, "participant_sd", fit.participantSd(), 1e-5);
    R.assertAgrees(name, "residual_sd", fit.residualSd(), 1e-5);
    R.assertAgrees(name, "criterion", fit.deviance(), 1e-8);
  }

  private static void assertEstimate(String name, String quantity, Estimate estimate) {
    R.assertAgrees(name, quantity, estimate.value(), 1e-5);
    R.assertAgrees(name, quantity + "_error", estimate.error(), 1e-5);
  }

  private static Participant unnamed(Participant person) {
    List<Answer> answers =
        person.answers().stream()
            .map(a -> new Answer("", a.trial(), a.truth(), a.answer(), 5, 5, a.responseTime()))
            .toList();
    return new Participant(
        person.id(), person.method(), answers, true, "", Source.UNKNOWN, person.version());
  }

  private static Participant person(int p) {
    double d = 2 - p % 3 + 0.8 * Normal.quantile((p * 37 % 60 + 0.5) / 60);
    double c = -0.2 + 0.9 * Normal.quantile(((p * 23 + 11) % 60 + 0.5) / 60);
    List<Answer> answers = new ArrayList<>();
    for (int trial = 0; trial < 14; trial++) {
      boolean truth = trial % 2 == 1;
      int id = (p * 3 + trial * 7) % 12;
      int stimulus = id * 2 + (truth ? 1 : 0);
      double shift = 0.6 * Normal.quantile((stimulus * 7 % 24 + 0.5) / 24);
      double noise = (p * 7919 + trial * 104729 + p * trial * 31) % 1000 / 1000.0;
      boolean yes = noise < Normal.cumulative((truth ? 0.5 : -0.5) * d - c + shift);
      double pace = 0.4 * Normal.quantile((p * 17 % 60 + 0.5) / 60);
      double slow = 0.2 * Normal.quantile((stimulus * 11 % 24 + 0.5) / 24);
      double rest =
          0.5 * Normal.quantile(((p * 31 + trial * 97 + p * trial * 13) % 997 + 0.5) / 997);
      double log = 8.5 + 0.1 * (p % 3) - (yes == truth ? 0.15 : 0) + pace + slow + rest;
      int ms = (int) Math.rint(Math.exp(log));
      answers.add(new Answer("s" + id, trial + 1, truth, yes, 5, 5, ms));
    }
    return new Participant("p" + p, "m" + p % 3, answers, true, "", Source.UNKNOWN, 0);
  }
}
