package org.xaistudy.analysis.mixedmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.distribution.Normal;
import org.xaistudy.analysis.distribution.RandomStreams;
import org.xaistudy.analysis.power.Population;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Source;

/**
 * How often intervals hold what was planted, and tests find what was not. Bounds are three standard
 * errors of the simulation around what is promised; the seed is fixed, so that they hold or do not.
 */
@Tag("heavy")
class SignalSimulationTest {
  private static final double CRITERION = -0.2;
  private static final int STIMULI = 60;

  @Test
  void intervalsOfHierarchicalDetectionCoverThoughCriteriaDiffer() {
    Population able = new Population(2.3, 0.8, CRITERION, 1.1);
    Population less = new Population(1.2, 0.8, CRITERION, 1.1);
    int studies = 400;
    List<DetectionFit> fits = fits(DetectionModel.HIERARCHICAL, studies, 25, able, less);
    assertShare(fits, 0.95, fit -> fit.sensitivity(0).interval(0.95).contains(2.3));
    assertShare(fits, 0.95, fit -> fit.bias(0).interval(0.95).contains(-CRITERION));
    assertShare(fits, 0.95, fit -> fit.sensitivityDifference(1).interval(0.95).contains(-1.1));
    double mean =
        fits.stream().mapToDouble(fit -> fit.sensitivity(0).value()).average().orElseThrow();
    assertThat(mean).isBetween(2.2, 2.4);
  }

  @Test
  void noDifferenceIsFoundWherePeopleDifferInSensitivity() {
    Population same = new Population(1.5, 0.8, CRITERION, 0.5);
    for (DetectionModel model : List.of(DetectionModel.HIERARCHICAL, DetectionModel.LOGISTIC)) {
      List<DetectionFit> fits = fits(model, 400, 25, same, same);
      assertShare(fits, 0.05, fit -> fit.sensitivityDifference(1).p() < 0.05);
      assertShare(fits, 0.05, fit -> fit.biasDifference(1).p() < 0.05);
    }
  }

  @Test
  void intervalsHoldForOtherPeopleAndOtherStimuli() {
    Population able = new Population(2.3, 0.8, CRITERION, 1.1);
    Population less = new Population(1.2, 0.8, CRITERION, 1.1);
    List<DetectionFit> fits =
        RandomStreams.of(12, 400).parallelStream()
            .map(random -> DetectionModel.CROSSED.fit(arms(25, random, 0.6, able, less)))
            .toList();
    assertShare(fits, 0.95, fit -> fit.sensitivity(0).interval(0.95).contains(2.3));
    assertShare(fits, 0.95, fit -> fit.bias(0).interval(0.95).contains(-CRITERION));
    assertShare(fits, 0.95, fit -> fit.sensitivityDifference(1).interval(0.95).contains(-1.1));
    assertShare(fits, 0.95, fit -> fit.sensitivity(1).interval(0.95).contains(1.2));
  }

  /** Methods suit people differently, too: what ties a person's answers together is not assumed. */
  @Test
  void intervalsHoldWherePeopleJudgeWithSeveralMethods() {
    List<DetectionFit> fits =
        RandomStreams.of(13, 400).parallelStream()
            .map(random -> DetectionModel.HIERARCHICAL.fit(within(25, random)))
            .toList();
    assertShare(fits, 0.95, fit -> fit.sensitivity(0).interval(0.95).contains(2.3));
    assertShare(fits, 0.95, fit -> fit.sensitivity(1).interval(0.95).contains(1.2));
    assertShare(fits, 0.95, fit -> fit.sensitivityDifference(1).interval(0.95).contains(-1.1));
    assertShare(fits, 0.95, fit -> fit.biasDifference(1).interval(0.95).contains(0));
  }

  private static List<Arm> within(int people, SplittableRandom random) {
    List<List<Participant>> arms = List.of(new ArrayList<>(), new ArrayList<>());
    for (int person = 0; person < people; person++) {
      double own = 0.6 * random.nextGaussian();
      double criterion = CRITERION + 1.1 * random.nextGaussian();
      for (int arm = 0; arm < 2; arm++) {
        double sensitivity = (arm == 0 ? 2.3 : 1.2) + own + 0.5 * random.nextGaussian();
        arms.get(arm)
            .add(
                person(
                    "p" + person,
                    "m" + arm,
                    new Population.Person(sensitivity, criterion),
                    new double[STIMULI],
                    random));
      }
    }
    return List.of(new Arm("m0", arms.get(0)), new Arm("m1", arms.get(1)));
  }

  private static void assertShare(
      List<DetectionFit> fits, double promised, Predicate<DetectionFit> held) {
    double share = fits.stream().filter(held).count() / (double) fits.size();
    double error = Math.sqrt(promised * (1 - promised) / fits.size());
    assertThat(share).isBetween(promised - 3 * error, promised + 3 * error);
  }

  private static List<DetectionFit> fits(
      DetectionModel model, int studies, int people, Population... populations) {
    return RandomStreams.of(11, studies).parallelStream()
        .map(random -> model.fit(arms(people, random, populations)))
        .toList();
  }

  private static List<Arm> arms(int people, SplittableRandom random, Population... populations) {
    return arms(people, random, 0, populations);
  }

  private static List<Arm> arms(
      int people, SplittableRandom random, double between, Population... populations) {
    double[] shift =
        IntStream.range(0, STIMULI).mapToDouble(s -> between * random.nextGaussian()).toArray();
    List<Arm> arms = new ArrayList<>();
    for (int arm = 0; arm < populations.length; arm++) {
      List<Participant> participants = new ArrayList<>();
      for (int person = 0; person < people; person++) {
        participants.add(
            person(arm + "-" + person, "m" + arm, populations[arm].draw(random), shift, random));
      }
      arms.add(new Arm("m" + arm, participants));
    }
    return arms;
  }

  private static Participant person(
      String id, String method, Population.Person who, double[] shift, SplittableRandom random) {
    int first = random.nextInt(STIMULI / 2);
    List<Answer> answers = new ArrayList<>();
    for (int trial = 1; trial <= 14; trial++) {
      boolean truth = trial % 2 == 0;
      // One half of the stimuli is of either model; nobody sees one twice.
      int stimulus = (first + trial) % (STIMULI / 2) + (truth ? STIMULI / 2 : 0);
      double usual = Normal.quantile(truth ? who.hit() : who.falseAlarm());
      boolean yes = random.nextDouble() < Normal.cumulative(usual + shift[stimulus]);
      answers.add(new Answer("s" + stimulus, trial, truth, yes, 5, 5, Answer.UNKNOWN_TIME));
    }
    return new Participant(id, method, answers, true, "", Source.UNKNOWN, 0);
  }
}
