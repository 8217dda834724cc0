package org.xaistudy.studies.responses;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The columns of {@code responses.csv}, in their order: one row an answer, UTF-8, RFC 4180.
 *
 * <p>Behind them stands one column for each further question that the study asks of a trial, called
 * {@value #QUESTION} and the question's id, in the order of {@code study.yaml}; questions that only
 * earlier versions of the study asked come after those of later ones. A cell is empty where the
 * question was not asked or not answered. Free texts are not told, see {@link
 * ParticipantColumn#SOMETHING}. A file with such columns is of format {@value #FORMAT_FURTHER}, one
 * without of format {@value #FORMAT}: whoever reads columns by their names can read both.
 *
 * <p>A cell that a spreadsheet would take for a formula (it starts with {@code = + - @}, a tab or a
 * carriage return) is written with a leading apostrophe; a whole number below 0 is none.
 */
public enum Column implements CsvColumn {
  /** Id of the study. */
  STUDY(false),
  /** Version of the study, counted from 1; a study is frozen at its first real participant. */
  VERSION(false),
  /** Pseudonym of the participant. */
  PARTICIPANT(true),
  /** Id of the method that the participant sees. */
  METHOD(true),
  /** Number of the trial, from 1, in the order in which the participant saw them. */
  TRIAL(false),
  /** Id of the stimulus. */
  STIMULUS(false),
  /** {@code artefact} or {@code clean}; {@code single} in tasks that compare no models. */
  MODEL(false),
  /**
   * The right answer. Where people say yes or no it is {@code yes} where the model uses the
   * artefact, or where its prediction is right; where they say what the model will say it is a
   * class; where they choose one of several explanations, the place at which that of the model's
   * class was shown. Empty in a task without right answers.
   */
  TRUTH(true),
  /**
   * What the participant said: {@code yes} or {@code no}, a class, a place from {@code a} on, or
   * {@code 1} to {@code 5}.
   */
  ANSWER(true),
  /**
   * Whether truth and answer agree: {@code yes} or {@code no}; empty in a task without right
   * answers.
   */
  CORRECT(false),
  /** How sure, 0–9; empty where it is not asked. */
  CONFIDENCE(false),
  /** How clear the explanation was, 0–9; empty where it is not asked, and where there is none. */
  CLARITY(false),
  /** From the page being shown to the answer, in milliseconds. */
  RESPONSE_TIME_MS(false),
  /** When the server had stored the answer, ISO 8601 in UTC. */
  ANSWERED_AT(false),
  /** Whether the participant finished: {@code yes} or {@code no}. */
  COMPLETED(false),
  /**
   * Why the participant does not count; empty for those who do. The server writes one of {@link
   * ExclusionReason}; other tools may write any text.
   */
  EXCLUDED(false),
  /**
   * {@code link}, {@code personal}, {@code prolific}, {@code connect}, {@code mturk}, {@code
   * generic}, {@code preview} or {@code simulated}.
   */
  SOURCE(false);

  /** What the name of a further question's column begins with. */
  public static final String QUESTION = "q.";

  /** The version of the format without further questions. */
  public static final int FORMAT = 1;

  /** The version of the format with columns of further questions. */
  public static final int FORMAT_FURTHER = 2;

  private final boolean needed;
  private final String header = name().toLowerCase(Locale.ROOT);

  Column(boolean needed) {
    this.needed = needed;
  }

  /** Kept, because whoever reads a million rows asks for it in each. */
  @Override
  public String header() {
    return header;
  }

  /** Whether the analysis cannot do without it. */
  public boolean needed() {
    return needed;
  }

  /** The version of the format of a file with these columns. */
  public static int format(List<String> columns) {
    return columns.stream().anyMatch(column -> column.startsWith(QUESTION))
        ? FORMAT_FURTHER
        : FORMAT;
  }

  /** The header row, up to further questions. */
  public static List<String> headers() {
    return Arrays.stream(values()).map(Column::header).toList();
  }
}
