package org.xaistudy.analysis.rates;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Judgement.Rating;
import org.xaistudy.studies.manifest.Manifest.Model;

/**
 * How often each point of the scale was given to one of two models.
 *
 * @param model which
 * @param counts of the points from {@value Rating#LOW} to {@value Rating#HIGH}, in their order
 */
public record Points(Model model, List<Integer> counts) {
  /** Copies the list. */
  public Points {
    counts = List.copyOf(counts);
  }

  /** Counts the ratings of a model. */
  public static Points of(Stream<Answer> answers, Model model) {
    Integer[] counts = new Integer[Rating.HIGH - Rating.LOW + 1];
    Arrays.fill(counts, 0);
    answers
        .map(answer -> (Rating) answer.judgement())
        .filter(rating -> rating.model() == model)
        .forEach(rating -> counts[rating.points() - Rating.LOW]++);
    return new Points(model, Arrays.asList(counts));
  }

  /** How many ratings there are. */
  public int total() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** The share of each point among the model's ratings, in their order. */
  public List<Rate> shares() {
    return counts.stream().map(count -> new Rate(count, total())).toList();
  }

  /** The mean of all ratings; {@code NaN} where there are none. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < counts.size(); i++) {
      sum += (double) (Rating.LOW + i) * counts.get(i);
    }
    return sum / total();
  }
}
