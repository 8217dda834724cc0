package org.xaistudy.analysis.results;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Question;

/**
 * What the stimuli tell.
 *
 * @param difficulty of each, the hardest first; empty where the file does not name them
 * @param agreement by method: Fleiss' κ of the people who judged the same stimulus (Psychol. Bull.
 *     76, 1971, for unequal numbers of raters); {@code NaN} where nobody shared one or all said the
 *     same
 */
public record Stimuli(List<Difficulty> difficulty, Map<String, Double> agreement) {
  static final Stimuli NOTHING = new Stimuli(List.of(), Map.of());

  /**
   * How hard a stimulus is.
   *
   * @param id of the stimulus
   * @param about which of the things that it can be: its right answer; empty where it is one thing
   * @param right share of people who judge it rightly, over all methods
   * @param interval Wilson's; its people are different ones
   * @param byMethod the same share for each method that somebody saw of it
   */
  public record Difficulty(
      String id, String about, Rate right, Interval interval, Map<String, Rate> byMethod) {}

  static Stimuli of(List<Arm> arms, double level) {
    if (arms.stream().flatMap(Arm::answers).anyMatch(answer -> answer.stimulus().isEmpty())) {
      return NOTHING;
    }
    Map<String, Double> agreement = new LinkedHashMap<>();
    arms.forEach(arm -> agreement.put(arm.method(), agreement(arm)));
    return new Stimuli(difficulty(arms, level), agreement);
  }

  private static List<Difficulty> difficulty(List<Arm> arms, double level) {
    Map<Question, int[]> counts = new HashMap<>();
    Map<Question, Map<String, Rate>> byMethod = new HashMap<>();
    for (Arm arm : arms) {
      Map<Question, int[]> own = new HashMap<>();
      arm.answers().forEach(answer -> count(own, answer)[answer.correct() ? 1 : 0]++);
      own.forEach(
          (question, count) -> {
            int[] all = counts.computeIfAbsent(question, same -> new int[2]);
            all[0] += count[0];
            all[1] += count[1];
            byMethod
                .computeIfAbsent(question, same -> new LinkedHashMap<>())
                .put(arm.method(), new Rate(count[1], count[0] + count[1]));
          });
    }
    List<Difficulty> difficulty = new ArrayList<>();
    counts.forEach(
        (question, count) -> {
          Rate right = new Rate(count[1], count[0] + count[1]);
          difficulty.add(
              new Difficulty(
                  question.stimulus(),
                  question.about(),
                  right,
                  right.wilson(level),
                  requireNonNull(byMethod.get(question))));
        });
    difficulty.sort(
        Comparator.<Difficulty>comparingDouble(one -> one.right().value())
            .thenComparing(Difficulty::id)
            .thenComparing(Difficulty::about));
    return difficulty;
  }

  private static int[] count(Map<Question, int[]> counts, Answer answer) {
    return counts.computeIfAbsent(answer.question(), question -> new int[2]);
  }

  private static double agreement(Arm arm) {
    Map<Question, Map<String, Integer>> said = new HashMap<>();
    Map<String, Integer> all = new HashMap<>();
    arm.answers()
        .forEach(
            answer -> {
              String what = answer.judgement().meant();
              said.computeIfAbsent(answer.question(), question -> new HashMap<>())
                  .merge(what, 1, Integer::sum);
              all.merge(what, 1, Integer::sum);
            });
    double shared = 0;
    double alike = 0;
    for (Map<String, Integer> counts : said.values()) {
      double n = sum(counts);
      if (n > 1) {
        // Each stimulus counts by its raters, so that one seen by two weighs less than one by many.
        alike += counts.values().stream().mapToDouble(c -> c * (c - 1.0)).sum() / (n - 1);
        shared += n;
      }
    }
    double answers = sum(all);
    double byChance = all.values().stream().mapToDouble(c -> (c / answers) * (c / answers)).sum();
    return shared == 0 || byChance == 1 ? Double.NaN : (alike / shared - byChance) / (1 - byChance);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
