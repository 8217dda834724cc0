package org.xaistudy.analysis.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was replied to one question of the questionnaire, as far as a report may tell.
 *
 * <p>What people write in their own words can name them, and the file does not say which questions
 * were open. So no reply is told that only one person gave, and none at all where replies are long
 * or most of them differ.
 */
public sealed interface Replies {
  /** How many people replied. */
  int people();

  /**
   * Numbers of up to six digits; longer ones may be somebody's telephone.
   *
   * @param people how many replied
   * @param median of the replies
   * @param low the smallest
   * @param high the largest
   */
  record Numbers(int people, double median, double low, double high) implements Replies {
    private static final String FORM = "-?\\d{1,6}(\\.\\d{1,6})?";

    private static Numbers of(List<String> replies) {
      double[] sorted = replies.stream().mapToDouble(Double::parseDouble).sorted().toArray();
      int n = sorted.length;
      return new Numbers(n, (sorted[(n - 1) / 2] + sorted[n / 2]) / 2, sorted[0], sorted[n - 1]);
    }
  }

  /**
   * A choice between a few.
   *
   * @param people how many replied
   * @param counts of the replies that at least two people gave, the most frequent first
   * @param others how many people gave a reply that nobody else gave
   */
  record Choice(int people, Map<String, Integer> counts, int others) implements Replies {
    private static final int MANY = 12;
    private static final int LONG = 60;

    private static Choice of(int people, Map<String, Integer> counts) {
      Map<String, Integer> shared = new LinkedHashMap<>();
      counts.entrySet().stream()
          .filter(reply -> reply.getValue() > 1)
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .forEach(reply -> shared.put(reply.getKey(), reply.getValue()));
      return new Choice(people, shared, counts.size() - shared.size());
    }

    private static boolean fits(int people, Map<String, Integer> counts) {
      return counts.size() <= MANY
          && 2 * counts.size() <= people
          && counts.keySet().stream().allMatch(reply -> reply.length() <= LONG);
    }
  }

  /**
   * Words of people's own, or nothing.
   *
   * @param people how many wrote something
   */
  record Words(int people) implements Replies {}

  /** From replies that are not blank. */
  static Replies of(List<String> replies) {
    if (!replies.isEmpty() && replies.stream().allMatch(reply -> reply.matches(Numbers.FORM))) {
      return Numbers.of(replies);
    }
    Map<String, Integer> counts =
        replies.stream()
            .collect(Collectors.toMap(Function.identity(), reply -> 1, Integer::sum, TreeMap::new));
    int people = replies.size();
    return people > 0 && Choice.fits(people, counts)
        ? Choice.of(people, counts)
        : new Words(people);
  }
}
