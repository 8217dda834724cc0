package org.xaistudy.analysis.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.power.Population;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Source;

class SignalModelsTest {
  @Test
  void whereStimuliDifferTheModelOfBothLeads() {
    SignalModels models = SignalModels.of(arms(0.9, "s"));
    assertThat(models.leading().stimulusSd().orElseThrow()).isBetween(0.5, 1.4);
    assertThat(models.leading().sensitivity(0).error())
        .as("what holds for other stimuli, too, is less certain")
        .isGreaterThan(models.hierarchical().sensitivity(0).error());
  }

  @Test
  void theAreaLiesWithinItsIntervalAndThatWithinZeroAndOne() {
    DetectionFit fit = SignalModels.of(arms(0.9, "s")).leading();
    Interval interval = fit.areaInterval(0, 0.9999999);
    assertThat(interval.contains(fit.area(0).value())).isTrue();
    assertThat(interval.low()).isPositive();
    assertThat(interval.high()).isLessThan(1);
  }

  @Test
  void whereNobodyNamesThemThatOfPeopleDoes() {
    SignalModels models = SignalModels.of(arms(0.9, ""));
    assertThat(models.crossed()).isEmpty();
    assertThat(models.leading()).isSameAs(models.hierarchical());
  }

  private static List<Arm> arms(double between, String name) {
    SplittableRandom random = new SplittableRandom(5);
    double[] readiness =
        random.doubles(40).map(x -> between * (2 * x - 1) * Math.sqrt(3)).toArray();
    List<Arm> arms = new ArrayList<>();
    for (String method : List.of("m0", "m1")) {
      List<Participant> people = new ArrayList<>();
      for (int person = 0; person < 30; person++) {
        Population.Person who = new Population(1.5, 0.6, 0, 0.7).draw(random);
        List<Answer> answers = new ArrayList<>();
        for (int trial = 0; trial < 14; trial++) {
          boolean truth = trial % 2 == 0;
          int stimulus = (person * 7 + trial) % 40;
          boolean yes =
              random.nextDouble() < who.yes(truth, readiness[stimulus / 2 * 2 + (truth ? 1 : 0)]);
          String id = name.isEmpty() ? "" : name + stimulus / 2;
          answers.add(new Answer(id, trial + 1, truth, yes, 5, 5, Answer.UNKNOWN_TIME));
        }
        people.add(new Participant(method + person, method, answers, true, "", Source.UNKNOWN, 0));
      }
      arms.add(new Arm(method, people));
    }
    return arms;
  }
}
