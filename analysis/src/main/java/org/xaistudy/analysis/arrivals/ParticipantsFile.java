package org.xaistudy.analysis.arrivals;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xaistudy.analysis.csv.CsvFile;
import org.xaistudy.analysis.csv.InvalidCsvException;
import org.xaistudy.analysis.csv.Row;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Source;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Questionnaire.FreeText;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.responses.ParticipantColumn;
import org.xaistudy.studies.responses.ParticipantOutcome;

/**
 * Reads {@code participants.csv}, strictly: one row a participant, in the columns of {@link
 * ParticipantColumn}. Participant, method and outcome are needed, the others may be absent.
 */
public final class ParticipantsFile {
  private static final List<String> NEEDED =
      List.of(
          ParticipantColumn.PARTICIPANT.header(),
          ParticipantColumn.METHOD.header(),
          ParticipantColumn.OUTCOME.header());

  private final Study study;
  private final List<Arrival> people = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private ParticipantsFile(Study study) {
    this.study = study;
  }

  /**
   * Reads everybody.
   *
   * @param name what messages call the file
   * @param study that it must be about, and whose questionnaire it has
   * @throws InvalidCsvException if it is not as described above
   */
  public static Arrivals read(InputStream bytes, Path name, Study study) {
    ParticipantsFile file = new ParticipantsFile(study);
    List<String> columns =
        new CsvFile(name, NEEDED).read(bytes, (row, position) -> file.enter(row));
    return new Arrivals(
        file.people, questions(columns).stream().map(id -> question(study, id)).toList());
  }

  private static List<String> questions(List<String> columns) {
    return columns.stream()
        .filter(column -> column.startsWith(ParticipantColumn.QUESTION))
        .map(column -> column.substring(ParticipantColumn.QUESTION.length()))
        .toList();
  }

  /** One that the study does not know may be of an older version: nothing of it can be shown. */
  private static Questionnaire question(Study study, String id) {
    return study.questionnaire().stream()
        .filter(question -> question.id().equals(id))
        .findFirst()
        .orElseGet(
            () -> new Questionnaire(id, Text.of(id), false, new FreeText(Integer.MAX_VALUE)));
  }

  private void enter(Row row) {
    String named = row.text(ParticipantColumn.STUDY.header());
    if (!named.isEmpty() && !named.equals(study.id())) {
      throw row.invalid("belongs to study '%s', expected '%s'".formatted(named, study.id()));
    }
    Arrival person = arrival(row);
    if (!seen.add(person.participant())) {
      throw row.invalid(
          "a second row of participant '%s'; expected one".formatted(person.participant()));
    }
    people.add(person);
  }

  private Arrival arrival(Row row) {
    return new Arrival(
        row.required(ParticipantColumn.PARTICIPANT.header()),
        row.whole(
            ParticipantColumn.VERSION.header(), 1, Integer.MAX_VALUE, Participant.UNKNOWN_VERSION),
        row.text(ParticipantColumn.METHOD.header()),
        Source.of(row),
        row.text(ParticipantColumn.LANGUAGE.header()),
        outcome(row),
        row.whole(ParticipantColumn.ATTENTION_FAILED.header(), 0, Integer.MAX_VALUE, 0),
        replies(row));
  }

  private static ParticipantOutcome outcome(Row row) {
    String written = row.text(ParticipantColumn.OUTCOME.header());
    return ParticipantOutcome.named(written)
        .orElseThrow(
            () ->
                row.invalid(
                    "outcome is '%s', expected one of %s"
                        .formatted(
                            written,
                            Arrays.stream(ParticipantOutcome.values())
                                .map(ParticipantOutcome::written)
                                .collect(Collectors.joining(", ")))));
  }

  private Map<String, String> replies(Row row) {
    Map<String, String> replies = new LinkedHashMap<>();
    questions(row.columns())
        .forEach(
            question -> {
              String reply = row.text(ParticipantColumn.QUESTION + question).strip();
              if (!reply.isEmpty()) {
                replies.put(question, reply);
              }
            });
    return replies;
  }
}
