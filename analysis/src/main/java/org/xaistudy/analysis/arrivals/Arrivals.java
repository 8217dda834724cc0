package org.xaistudy.analysis.arrivals;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.xaistudy.studies.Questionnaire;

/**
 * Everybody who arrived at a study.
 *
 * @param people in the order of the file
 * @param questions of the questionnaire, in the file's order
 */
public record Arrivals(List<Arrival> people, List<Questionnaire> questions) {
  /** Copies the lists. */
  public Arrivals {
    people = List.copyOf(people);
    questions = List.copyOf(questions);
  }

  /** Those who pass. */
  public Arrivals only(Predicate<Arrival> counts) {
    return new Arrivals(people.stream().filter(counts).toList(), questions);
  }

  /** How many there are of each kind, by name. */
  public SortedMap<String, Integer> counts(Function<Arrival, String> kind) {
    return people.stream().collect(Collectors.toMap(kind, person -> 1, Integer::sum, TreeMap::new));
  }

  /** What was replied to one question, by those who did. */
  public Replies replies(Questionnaire question) {
    return Replies.of(
        question,
        people.stream()
            .map(person -> person.replies().getOrDefault(question.id(), ""))
            .filter(reply -> !reply.isBlank())
            .toList());
  }
}
