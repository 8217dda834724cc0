package org.xaistudy.analysis.results;

import java.util.List;
import java.util.TreeMap;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Participant;

/**
 * Whether people get better as they go on.
 *
 * @param slope mean over people of the change of accuracy from one trial to the next, by least
 *     squares; undetermined where the file does not number trials
 * @param curve share of right answers by the number of the trial
 */
public record Learning(Estimate slope, List<Point> curve) {
  /** How often the answer to one trial is right. */
  public record Point(int trial, Rate right) {}

  static Learning of(List<Participant> people) {
    double[] slopes =
        people.stream()
            .filter(person -> person.answers().stream().allMatch(answer -> answer.trial() > 0))
            .mapToDouble(Learning::slope)
            .filter(Double::isFinite)
            .toArray();
    return new Learning(Estimate.ofMean(slopes, 0), slopes.length == 0 ? List.of() : curve(people));
  }

  private static double slope(Participant person) {
    double n = person.answers().size();
    double trials = person.answers().stream().mapToInt(Answer::trial).sum() / n;
    double product = 0;
    double squares = 0;
    for (Answer answer : person.answers()) {
      product += (answer.trial() - trials) * (answer.correct() ? 1 : 0);
      squares += (answer.trial() - trials) * (answer.trial() - trials);
    }
    return product / squares;
  }

  private static List<Point> curve(List<Participant> people) {
    TreeMap<Integer, int[]> counts = new TreeMap<>();
    people.stream()
        .flatMap(person -> person.answers().stream())
        .forEach(
            answer -> {
              int[] count = counts.computeIfAbsent(answer.trial(), trial -> new int[2]);
              count[0] += answer.correct() ? 1 : 0;
              count[1]++;
            });
    return counts.entrySet().stream()
        .map(one -> new Point(one.getKey(), new Rate(one.getValue()[0], one.getValue()[1])))
        .toList();
  }
}
