package org.xaistudy.analysis.arrivals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.xaistudy.analysis.distribution.Median;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Text;

/**
 * What was replied to one question of the questionnaire, as far as a report may tell: what people
 * write in their own words can name them and is only counted.
 */
public sealed interface Replies {
  /** How many people replied. */
  int people();

  /**
   * Whole numbers.
   *
   * @param people how many replied with one that the question allows
   * @param median of the replies; {@code NaN} without any
   * @param low the smallest; {@code NaN} without any
   * @param high the largest; {@code NaN} without any
   */
  record Numbers(int people, double median, double low, double high) implements Replies {
    private static Numbers of(double[] sorted) {
      int n = sorted.length;
      return n == 0
          ? new Numbers(0, Double.NaN, Double.NaN, Double.NaN)
          : new Numbers(n, Median.of(Arrays.stream(sorted)), sorted[0], sorted[n - 1]);
    }
  }

  /**
   * One of several.
   *
   * @param people how many replied
   * @param counts how many chose each, by its text, in the study's order
   * @param others how many replied what this version of the study does not offer
   */
  record Choice(int people, Map<Text, Integer> counts, int others) implements Replies {
    private static Choice of(Questionnaire.Choice choice, List<String> replies) {
      Map<Text, Integer> counts = new LinkedHashMap<>();
      for (Questionnaire.Option option : choice.named(Text::of).options()) {
        int chosen = (int) replies.stream().filter(option.value()::equals).count();
        counts.merge(option.text(), chosen, Integer::sum);
      }
      int known = counts.values().stream().mapToInt(Integer::intValue).sum();
      return new Choice(replies.size(), counts, replies.size() - known);
    }
  }

  /**
   * Words of people's own.
   *
   * @param people how many wrote something
   */
  record Words(int people) implements Replies {}

  /** From the replies to a question, none of which is blank. */
  static Replies of(Questionnaire question, List<String> replies) {
    if (question.answer() instanceof Questionnaire.Choice choice) {
      return Choice.of(choice, replies);
    }
    if (question.answer() instanceof Questionnaire.WholeNumber
        || question.answer() instanceof Questionnaire.Scale) {
      DoubleStream numbers =
          replies.stream().filter(question.answer()::accepts).mapToDouble(Double::parseDouble);
      return Numbers.of(numbers.sorted().toArray());
    }
    if (question.answer() instanceof Questionnaire.FreeText) {
      return new Words(replies.size());
    }
    throw new IllegalStateException("unknown kind of answer: " + question.answer());
  }
}
