package org.xaistudy.server.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.studies.FurtherQuestion;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Task;

/**
 * Somebody who judges by equal-variance signal detection: the evidence of a picture is normal with
 * standard deviation 1 around d′/2 where yes is the right answer and −d′/2 where it is not; yes is
 * said where it is above the criterion c. So P(yes) is Φ(d′/2 − c) or Φ(−d′/2 − c). Ratings are
 * lower the more evidence there is that a model cheats.
 *
 * @param dPrime sensitivity
 * @param criterion below 0: yes is said too easily
 * @param random where evidence comes from
 */
record Observer(double dPrime, double criterion, RandomGenerator random) {
  /** Evidence so far from the criterion makes people wholly sure. */
  private static final double SURE = 2.5;

  private static final double CLARITY_OF_NOTHING = 2;

  /**
   * Judges a picture: surer the further the evidence, clearer the more can be told apart.
   *
   * @param yes whether that is the right answer
   */
  Judgement judge(boolean yes, Asked asked) {
    double evidence = evidence(yes);
    return said(evidence > criterion ? Task.YES : Task.NO, Math.abs(evidence - criterion), asked);
  }

  /**
   * Chooses one of several: that with the most evidence, which is normal with standard deviation 1
   * around d′ for the right one and around 0 for the others (Green and Swets 1966, chapter 2.6).
   * Surer the further it is from the next.
   */
  Judgement choose(String right, Asked asked) {
    String best = "";
    double most = Double.NEGATIVE_INFINITY;
    double next = Double.NEGATIVE_INFINITY;
    for (String option : asked.options()) {
      double evidence = (option.equals(right) ? dPrime : 0) + random.nextGaussian();
      if (evidence > most) {
        next = most;
        most = evidence;
        best = option;
      } else {
        next = Math.max(next, evidence);
      }
    }
    return said(best, most - next, asked);
  }

  /** Rates a model, by the middle of the scale where the evidence is none. */
  Judgement rate(boolean cheats, Asked asked) {
    int middle = asked.options().size() / 2;
    long point = middle - Math.round(evidence(cheats) - criterion);
    int chosen = (int) Math.max(0, Math.min(asked.options().size() - 1, point));
    return said(asked.options().get(chosen), Math.abs(chosen - middle), asked);
  }

  /**
   * What is said to further questions: points of a scale go with how much can be told apart, as
   * clarity does; one of several is as likely as another.
   *
   * @param questions all that a study has
   * @param asked ids of those that are asked
   */
  Map<String, String> further(List<FurtherQuestion> questions, List<String> asked) {
    Map<String, String> said = new HashMap<>();
    for (FurtherQuestion question : questions) {
      if (asked.contains(question.id())) {
        said.put(question.id(), said(question.answer()));
      }
    }
    return said;
  }

  private String said(Questionnaire.Kind answer) {
    if (answer instanceof Questionnaire.Scale scale) {
      return String.valueOf(within(scale.min(), scale.max()));
    }
    if (answer instanceof Questionnaire.WholeNumber number) {
      return String.valueOf(within(number.min(), number.max()));
    }
    if (answer instanceof Questionnaire.Choice choice) {
      return choice.values().get(random.nextInt(choice.values().size()));
    }
    return answer.some("simulated");
  }

  private long within(long least, long most) {
    return Math.round(least + (most - least) * scale(clarity()) / 9.0);
  }

  private double clarity() {
    return CLARITY_OF_NOTHING + 2 * dPrime + random.nextGaussian();
  }

  private double evidence(boolean yes) {
    return (yes ? 0.5 : -0.5) * dPrime + random.nextGaussian();
  }

  private Judgement said(String answer, double distance, Asked asked) {
    double clarity = clarity();
    return new Judgement(
        Optional.of(answer),
        asked.confidence() ? Optional.of(sureness(distance, asked)) : Optional.empty(),
        asked.clarity() ? Optional.of(scale(clarity)) : Optional.empty());
  }

  /** Of four answers the outer ones are for those who are more than half sure. */
  private static int sureness(double distance, Asked asked) {
    int sure = scale(9 * distance / SURE);
    return asked.graded() ? Math.round(sure / 9f) : sure;
  }

  /**
   * What the server asks.
   *
   * @param options what can be answered
   * @param confidence whether it is asked how sure one is
   * @param clarity whether it is asked how clear the explanation is
   * @param graded whether one can only say to be sure, or not
   */
  record Asked(List<String> options, boolean confidence, boolean clarity, boolean graded) {
    /** From 0 to 9. */
    Asked(List<String> options, boolean confidence, boolean clarity) {
      this(options, confidence, clarity, false);
    }
  }

  private static int scale(double value) {
    return (int) Math.max(0, Math.min(9, Math.round(value)));
  }
}
