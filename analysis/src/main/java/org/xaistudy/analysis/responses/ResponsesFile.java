package org.xaistudy.analysis.responses;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.csv.CsvFile;
import org.xaistudy.analysis.csv.InvalidCsvException;
import org.xaistudy.analysis.csv.Row;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.responses.Column;

/**
 * Reads {@code responses.csv}, strictly: one row an answer, in the columns of {@link Column}; those
 * of further questions may be there or not.
 */
public final class ResponsesFile {
  /** A larger file is refused: about five million answers, more than any study has. */
  public static final long MAX_BYTES = 1L << 29;

  private static final List<String> NEEDED =
      Arrays.stream(Column.values()).filter(Column::needed).map(Column::header).toList();

  private static final Set<String> YES_OR_NO = Set.of(Task.YES, Task.NO);

  /** Nobody sees more of how far reading is. */
  private static final int STRIDE = 1_000;

  private final Path name;
  private final Study.Subjects subjects;
  private final Map<String, String> interned = new HashMap<>();
  private final Map<Judgement, Judgement> judgements = new HashMap<>();
  private final Map<Map<String, String>, Map<String, String>> further = new HashMap<>();
  private @Nullable List<String> questions;
  private @Nullable Class<? extends Judgement> kind;
  private String study = "";
  private String first = "";
  private String last = "";
  private int rows;

  private ResponsesFile(Path name, Study.Subjects subjects) {
    this.name = name;
    this.subjects = subjects;
  }

  /**
   * Reads all answers.
   *
   * @throws InvalidCsvException if the file is not as described above
   * @throws UncheckedIOException if it cannot be read at all
   */
  public static Responses read(Path path, ProgressListener progress) {
    return read(path, Study.Subjects.BETWEEN, progress);
  }

  /**
   * Reads all answers to a study of that kind.
   *
   * @throws InvalidCsvException if the file is not as described above
   * @throws UncheckedIOException if it cannot be read at all
   */
  public static Responses read(Path path, Study.Subjects subjects, ProgressListener progress) {
    if (!Files.isRegularFile(path)) {
      throw new InvalidCsvException(
          path,
          Files.isDirectory(path)
              ? "is a folder; expected a CSV file (a study's folder goes with --study)"
              : "no such file");
    }
    try (InputStream bytes = Files.newInputStream(path)) {
      return read(bytes, path, Files.size(path), subjects, progress);
    } catch (IOException e) {
      throw CsvFile.unreadable(path, e);
    }
  }

  /** Reads all answers to a study between subjects from a stream. */
  public static Responses read(InputStream bytes, String name) {
    return read(bytes, name, Study.Subjects.BETWEEN);
  }

  /**
   * Reads all answers from a stream, such as the server's own export.
   *
   * @param name what messages call it
   * @throws InvalidCsvException if it is not as described above
   */
  public static Responses read(InputStream bytes, String name, Study.Subjects subjects) {
    return new ResponsesFile(Path.of(name), subjects)
        .read(bytes, Long.MAX_VALUE, ProgressListener.SILENT);
  }

  /**
   * Reads all answers from a stream whose length is known.
   *
   * @param name what messages call it
   * @param size in bytes
   * @throws InvalidCsvException if it is not as described above
   */
  public static Responses read(
      InputStream bytes, Path name, long size, Study.Subjects subjects, ProgressListener progress) {
    if (size > MAX_BYTES) {
      throw new InvalidCsvException(
          name,
          "is %,d MiB; expected at most %d MiB, one study's answers"
              .formatted(size >> 20, MAX_BYTES >> 20));
    }
    return new ResponsesFile(name, subjects).read(bytes, size, progress);
  }

  private Responses read(InputStream bytes, long size, ProgressListener progress) {
    MessageDigest digest = sha256();
    Roll roll = new Roll(subjects);
    new CsvFile(name, NEEDED)
        .read(
            new DigestInputStream(bytes, digest),
            (row, position) -> {
              enter(roll, row);
              if (rows++ % STRIDE == 0) {
                progress.at("reading answers", Math.min(size, position), size);
              }
            });
    if (roll.participants().isEmpty()) {
      throw new InvalidCsvException(name, "has no answers; expected one row each");
    }
    return new Responses(
        study, HexFormat.of().formatHex(digest.digest()), roll.participants(), answered());
  }

  private Optional<Period> answered() {
    return first.isEmpty()
        ? Optional.empty()
        : Optional.of(new Period(Instant.parse(first), Instant.parse(last)));
  }

  /** Times of one form and zone are ordered as their letters are; only two need be understood. */
  private void time(Row row) {
    String time = row.text(Column.ANSWERED_AT.header());
    if (!looksLikeTime(time)) {
      return;
    }
    first = first.isEmpty() || time.compareTo(first) < 0 ? time : first;
    last = time.compareTo(last) > 0 ? time : last;
  }

  private static boolean looksLikeTime(String text) {
    for (int i = 0; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "T:.-".indexOf(c) < 0) {
        return false;
      }
    }
    return text.length() > 1 && text.endsWith("Z");
  }

  private void enter(Roll roll, Row row) {
    oneStudy(row);
    time(row);
    roll.enter(row, participant(row), answer(row));
  }

  private void oneStudy(Row row) {
    String named = row.text(Column.STUDY.header());
    if (study.isEmpty()) {
      study = named;
    } else if (!study.equals(named)) {
      throw row.invalid(
          "belongs to study '%s', the rows before to '%s'; expected one study a file"
              .formatted(named, study));
    }
  }

  private Participant participant(Row row) {
    return new Participant(
        interned(row.required(Column.PARTICIPANT.header())),
        interned(row.required(Column.METHOD.header())),
        List.of(),
        row.yes(Column.COMPLETED.header(), true),
        interned(row.text(Column.EXCLUDED.header())),
        Source.of(row),
        row.whole(Column.VERSION.header(), 1, Integer.MAX_VALUE, Participant.UNKNOWN_VERSION));
  }

  private Answer answer(Row row) {
    return new Answer(
        subjects == Study.Subjects.WITHIN ? interned(row.required(Column.METHOD.header())) : "",
        interned(row.text(Column.STIMULUS.header())),
        row.whole(Column.TRIAL.header(), 1, Integer.MAX_VALUE, 0),
        judgement(row),
        onScale(row, Column.CONFIDENCE),
        onScale(row, Column.CLARITY),
        row.whole(Column.RESPONSE_TIME_MS.header(), 0, Integer.MAX_VALUE, Answer.UNKNOWN_TIME),
        further(row));
  }

  /** Answers that say the same share one map, as there may be a million of them. */
  private Map<String, String> further(Row row) {
    if (questions == null) {
      questions =
          row.columns().stream().filter(column -> column.startsWith(Column.QUESTION)).toList();
    }
    if (questions.isEmpty()) {
      return Map.of();
    }
    Map<String, String> said = new TreeMap<>();
    for (String column : questions) {
      String text = row.text(column).strip();
      if (!text.isEmpty()) {
        said.put(column.substring(Column.QUESTION.length()), interned(text));
      }
    }
    return further.computeIfAbsent(said, Collections::unmodifiableMap);
  }

  /** Yes and no where one of both is; whoever asks for other answers says so in the plan. */
  private Judgement judgement(Row row) {
    String truth = row.text(Column.TRUTH.header());
    String answer = row.text(Column.ANSWER.header());
    Judgement judgement =
        YES_OR_NO.contains(truth) || YES_OR_NO.contains(answer)
            ? Judgement.YesNo.of(row.yes(Column.TRUTH.header()), row.yes(Column.ANSWER.header()))
            : judgements.computeIfAbsent(truth.isEmpty() ? rating(row) : choice(row), same -> same);
    if (kind != null && kind != judgement.getClass()) {
      throw row.invalid(
          "answer is '%s', of another kind than those before; expected one kind a file"
              .formatted(answer));
    }
    kind = judgement.getClass();
    return judgement;
  }

  private static Judgement choice(Row row) {
    return new Judgement.Choice(
        row.required(Column.TRUTH.header()), row.required(Column.ANSWER.header()));
  }

  private static Judgement rating(Row row) {
    String model = row.text(Column.MODEL.header());
    return new Judgement.Rating(
        Stream.of(Manifest.Model.ARTEFACT, Manifest.Model.CLEAN)
            .filter(one -> one.written().equals(model))
            .findFirst()
            .orElseThrow(
                () ->
                    row.invalid(
                        "truth is empty and model '%s'; expected artefact or clean, where no answer is right"
                            .formatted(model))),
        row.whole(Column.ANSWER.header(), Judgement.Rating.LOW, Judgement.Rating.HIGH));
  }

  /** Empty where it was not asked. */
  private static int onScale(Row row, Column column) {
    return row.whole(column.header(), Answer.SCALE_LOW, Answer.SCALE_HIGH, Answer.NOT_ASKED);
  }

  /** A million rows name few different things: one string each keeps them small in memory. */
  private String interned(String text) {
    return interned.computeIfAbsent(text, same -> same);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
