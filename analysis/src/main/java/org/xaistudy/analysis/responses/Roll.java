package org.xaistudy.analysis.responses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xaistudy.analysis.csv.Row;
import org.xaistudy.studies.Study;

/**
 * The participants met so far while a file is read.
 *
 * <p>Refuses what the design rules out: between subjects a person with two methods, and two answers
 * of one person to one trial.
 */
final class Roll {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Study.Subjects subjects;

  Roll(Study.Subjects subjects) {
    this.subjects = subjects;
  }

  private record Entry(Participant first, List<Answer> answers, Set<Object> seen) {}

  void enter(Row row, Participant person, Answer answer) {
    Entry entry =
        entries.computeIfAbsent(
            person.id(), id -> new Entry(person, new ArrayList<>(16), new HashSet<>()));
    if (subjects == Study.Subjects.BETWEEN) {
      sameThroughout(row, "method", entry.first.method(), person.method(), person.id());
    }
    sameThroughout(row, "completed", entry.first.completed(), person.completed(), person.id());
    sameThroughout(row, "excluded", entry.first.excluded(), person.excluded(), person.id());
    sameThroughout(row, "source", entry.first.source(), person.source(), person.id());
    sameThroughout(row, "version", entry.first.version(), person.version(), person.id());
    onlyOnce(row, entry, answer);
    entry.answers.add(answer);
  }

  List<Participant> participants() {
    return entries.values().stream().map(Roll::complete).toList();
  }

  private static void sameThroughout(Row row, String column, Object first, Object now, String id) {
    if (!first.equals(now)) {
      throw row.invalid(
          "%s of participant '%s' is '%s' here but '%s' before; it must be one per person"
              .formatted(column, id, now, first));
    }
  }

  /** By trial number where the file has them, else by stimulus; without either nobody can tell. */
  private static void onlyOnce(Row row, Entry entry, Answer answer) {
    Object key = answer.trial() > 0 ? (Object) answer.trial() : answer.stimulus();
    if (!key.equals("") && !entry.seen.add(key)) {
      throw row.invalid(
          "a second answer of participant '%s' to %s '%s'; expected one"
              .formatted(entry.first.id(), answer.trial() > 0 ? "trial" : "stimulus", key));
    }
  }

  private static Participant complete(Entry entry) {
    Participant first = entry.first;
    boolean several = entry.answers.stream().map(Answer::method).distinct().count() > 1;
    return new Participant(
        first.id(),
        several ? "" : first.method(),
        entry.answers,
        first.completed(),
        first.excluded(),
        first.source(),
        first.version());
  }
}
