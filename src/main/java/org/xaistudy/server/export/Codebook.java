package org.xaistudy.server.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.xaistudy.studies.FurtherQuestion;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.responses.Column;
import org.xaistudy.studies.responses.ParticipantColumn;

/**
 * What each column of the archive's tables means, as {@code codebook.csv} says it: of those that
 * every study has by the file of this program, of those of its questions by the questions.
 */
final class Codebook {
  private static final String NAME = "codebook.csv";
  private static final String FREE = "*";
  private static final String SURE = "responses.csv,confidence,how sure the participant was,";
  private static final String ASKED = "0 to 9; empty where it is not asked";
  private static final String GRADED = "from 0 (rather) to 1 (sure)";
  private final byte[] bytes;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * A column.
   *
   * @param meaning in a few words
   * @param values what its cells hold
   */
  record Entry(String meaning, String values) {
    /** The type as Table Schema names it. */
    String type() {
      if (values.startsWith("ISO 8601")) {
        return "datetime";
      }
      if (values.startsWith("yes; no")) {
        return "boolean";
      }
      boolean number =
          values.startsWith("from ")
              || values.startsWith("0 to 9")
              || values.startsWith("milliseconds")
              || values.startsWith("CSS pixels");
      return number ? "integer" : "string";
    }
  }

  private boolean graded;
  private final StringBuilder added = new StringBuilder();

  private Codebook(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads the one of this program. */
  static Codebook read() {
    try (InputStream file =
        Objects.requireNonNull(Codebook.class.getResourceAsStream("/archive/" + NAME))) {
      Codebook codebook = new Codebook(file.readAllBytes());
      codebook.parse();
      return codebook;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void parse() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var records =
        format.parse(
            new InputStreamReader(
                new java.io.ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
      for (CSVRecord record : records) {
        entries.put(
            record.get("file") + "/" + record.get("column"),
            new Entry(record.get("meaning"), record.get("values")));
      }
    }
  }

  /** Says what the columns of a study's questions mean. */
  Codebook with(Study study, List<FurtherQuestion> further) {
    graded = study.questions().graded();
    if (graded) {
      entries.computeIfPresent(
          "responses.csv/confidence", (column, entry) -> new Entry(entry.meaning(), GRADED));
    }
    for (FurtherQuestion question : further) {
      String unless = question.explained() ? " or nothing is explained" : "";
      with(
          "responses.csv",
          question.id(),
          question.question(),
          values(question.answer()) + "; empty where it is not answered" + unless);
    }
    for (Questionnaire question : study.questionnaire()) {
      with(
          "participants.csv",
          question.id(),
          question.question(),
          values(question.answer()) + "; empty where it is not answered");
    }
    return this;
  }

  private void with(String table, String question, Text asked, String values) {
    String column = Column.QUESTION + question;
    String meaning = asked.in("en");
    entries.put(table + "/" + column, new Entry(meaning, values));
    added.append(CSVFormat.RFC4180.format(table, column, meaning, values)).append('\n');
  }

  private static String values(Questionnaire.Kind answer) {
    if (answer instanceof Questionnaire.Scale scale) {
      return "from %d (%s) to %d (%s)"
          .formatted(scale.min(), scale.low().in("en"), scale.max(), scale.high().in("en"));
    }
    if (answer instanceof Questionnaire.WholeNumber number) {
      return "from %d to %d".formatted(number.min(), number.max());
    }
    if (answer instanceof Questionnaire.Choice choice) {
      return "one of "
          + choice.named(Text::of).options().stream()
              .map(
                  option ->
                      option.text().in("en").equals(option.value())
                          ? option.value()
                          : "%s (%s)".formatted(option.value(), option.text().in("en")))
              .collect(Collectors.joining("; "));
    }
    return ParticipantColumn.SOMETHING + " stands for a free text";
  }

  /** What a column means; of columns that a study names itself, what they have in common. */
  Optional<Entry> of(String table, String column) {
    Entry exact = entries.get(table + "/" + column);
    return exact != null
        ? Optional.of(exact)
        : entries.entrySet().stream()
            .filter(entry -> entry.getKey().endsWith(FREE))
            .filter(
                entry ->
                    (table + "/" + column)
                        .startsWith(
                            entry.getKey().substring(0, entry.getKey().length() - FREE.length())))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  /** The file. */
  byte[] bytes() {
    String common = new String(bytes, StandardCharsets.UTF_8);
    String told = graded ? common.replace(SURE + ASKED, SURE + GRADED) : common;
    return (told + added).getBytes(StandardCharsets.UTF_8);
  }
}
