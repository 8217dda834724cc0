package org.xaistudy.analysis.responses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All participants who saw one method.
 *
 * @param method id of the method
 * @param participants at least one
 */
public record Arm(String method, List<Participant> participants) {
  /** Copies the list. */
  public Arm {
    participants = List.copyOf(participants);
  }

  /** One mean for each participant who has the measure, in the participants' order. */
  public double[] means(Measure measure) {
    return participants.stream()
        .map(person -> person.mean(measure))
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
  }

  /** The mean of each participant who has the measure, by their id and in their order. */
  public Map<String, Double> meansById(Measure measure) {
    Map<String, Double> means = new LinkedHashMap<>();
    for (Participant person : participants) {
      person.mean(measure).ifPresent(mean -> means.put(person.id(), mean));
    }
    return means;
  }

  /** The same arm with only every so many of its participants. */
  public Arm every(int so) {
    return new Arm(
        method,
        IntStream.range(0, participants.size())
            .filter(person -> person % so == 0)
            .mapToObj(participants::get)
            .toList());
  }

  /** All answers of all participants. */
  public Stream<Answer> answers() {
    return participants.stream().flatMap(person -> person.answers().stream());
  }

  /** A measure over all answers that have it; empty where none has. */
  public OptionalDouble trialMean(Measure measure) {
    return measure.over(answers());
  }
}
