package org.xaistudy.analysis.responses;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The answers of a study.
 *
 * @param study id of the study; empty where the file does not tell
 * @param sha256 checksum of the file they were read from, in hexadecimal; empty if from no file
 * @param participants in the order of their first answer
 * @param answered from the first to the last; empty where the file does not tell
 */
public record Responses(
    String study, String sha256, List<Participant> participants, Optional<Period> answered) {
  /** Copies the list. */
  public Responses {
    participants = List.copyOf(participants);
  }

  /** Answers without a time. */
  public Responses(String study, String sha256, List<Participant> participants) {
    this(study, sha256, participants, Optional.empty());
  }

  /** How many answers there are in all. */
  public int size() {
    return participants.stream().mapToInt(person -> person.answers().size()).sum();
  }

  /** Whether an answer that stands twice could be noticed: by its trial or its stimulus. */
  public boolean trialsAreTold() {
    return participants.stream()
        .flatMap(person -> person.answers().stream())
        .allMatch(answer -> answer.trial() > 0 || !answer.stimulus().isEmpty());
  }

  /** The ids of the methods, in the order of their first answer. */
  public List<String> methods() {
    return participants.stream().flatMap(person -> person.methods().stream()).distinct().toList();
  }

  /** The same study with only those participants that pass. */
  public Responses only(Predicate<Participant> counts) {
    return new Responses(study, sha256, participants.stream().filter(counts).toList(), answered);
  }

  /** The same study with each judgement read in another way. */
  public Responses judged(UnaryOperator<Judgement> reading) {
    return new Responses(
        study,
        sha256,
        participants.stream().map(person -> person.judged(reading)).toList(),
        answered);
  }

  /** Whether people judged with several methods. */
  public boolean within() {
    return participants.stream().anyMatch(person -> person.method().isEmpty());
  }

  /**
   * One arm per method of {@code order} that has participants. Whoever judged with several methods
   * is in several arms, under one id.
   */
  public List<Arm> arms(List<String> order) {
    Map<String, List<Participant>> byMethod = new LinkedHashMap<>();
    order.forEach(method -> byMethod.put(method, new ArrayList<>()));
    for (Participant person : participants) {
      for (String method : person.methods()) {
        Optional.ofNullable(byMethod.get(method)).ifPresent(arm -> arm.add(person.with(method)));
      }
    }
    return byMethod.entrySet().stream()
        .filter(arm -> !arm.getValue().isEmpty())
        .map(arm -> new Arm(arm.getKey(), arm.getValue()))
        .toList();
  }
}
