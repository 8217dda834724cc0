package org.xaistudy.analysis.rates;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.xaistudy.analysis.responses.Answer;

/**
 * Counts of answers where one of several options is right.
 *
 * @param options what can be said, in the study's order
 * @param counts (right, said): how often an option was said where another, or itself, was right
 */
public record Choices(List<String> options, List<List<Integer>> counts) implements Tally {
  /** Copies the lists. */
  public Choices {
    options = List.copyOf(options);
    counts = counts.stream().map(List::copyOf).toList();
  }

  /** Counts answers, all of them among the options. */
  public static Choices of(Stream<Answer> answers, List<String> options) {
    Integer[][] counts = new Integer[options.size()][options.size()];
    for (Integer[] row : counts) {
      Arrays.fill(row, 0);
    }
    answers
        .map(Answer::judgement)
        .forEach(one -> counts[options.indexOf(one.about())][options.indexOf(one.said())]++);
    return new Choices(options, Arrays.stream(counts).map(Arrays::asList).toList());
  }

  /** The share of an option among what was said where another, or itself, was right. */
  public Rate rate(int right, int said) {
    List<Integer> row = counts.get(right);
    return new Rate(row.get(said), sum(row));
  }

  @Override
  public Rate accuracy() {
    int hits = 0;
    int all = 0;
    for (int right = 0; right < options.size(); right++) {
      hits += counts.get(right).get(right);
      all += sum(counts.get(right));
    }
    return new Rate(hits, all);
  }

  private static int sum(List<Integer> row) {
    return row.stream().mapToInt(Integer::intValue).sum();
  }
}
