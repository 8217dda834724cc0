package org.xaistudy.studies.responses;

import java.util.Arrays;
import java.util.List;

/**
 * The columns of {@code participants.csv}, in their order: one row a participant, whether they
 * answered or not; written as {@code responses.csv} is, see {@link Column}.
 *
 * <p>Behind them stands one column for each question of the study's questionnaire, called {@value
 * #QUESTION} and the question's id; a cell is empty where the question was not answered. Free texts
 * are not told, see {@value #SOMETHING}.
 */
public enum ParticipantColumn implements CsvColumn {
  /** Id of the study. */
  STUDY,
  /** Version of the study, counted from 1. */
  VERSION,
  /** Pseudonym, the same as in {@code responses.csv}. */
  PARTICIPANT,
  /** Id of the method, or of the order of methods; empty for those who never got a place. */
  METHOD,
  /** As in {@link Column#SOURCE}. */
  SOURCE,
  /** Code of the language that the participant chose. */
  LANGUAGE,
  /** Version of the text that the participant agreed to. */
  CONSENT_VERSION,
  /** When, ISO 8601 in UTC. */
  CONSENTED_AT,
  /** When everything was answered, ISO 8601 in UTC; empty for those who did not finish. */
  COMPLETED_AT,
  /** What became of the participant, see {@link ParticipantOutcome}. */
  OUTCOME,
  /** How often the questions about the instructions were answered. */
  COMPREHENSION_TRIES,
  /** How many attention checks were failed. */
  ATTENTION_FAILED,
  /** In which colours heat maps were shown last: {@code red-blue} or {@code orange-purple}. */
  COLOURS,
  /** Of the window, in CSS pixels. */
  VIEWPORT_WIDTH,
  /** Of the window, in CSS pixels. */
  VIEWPORT_HEIGHT,
  /**
   * Edition of the study's texts that the participant agreed to, counted from 1 in each version.
   */
  EDITION;

  /**
   * What stands for a reply in words of a person's own: they may have written who they are, and
   * this file may be published.
   */
  public static final String SOMETHING = "something";

  /** What the name of a question's column begins with. */
  public static final String QUESTION = "q.";

  /** The header row, up to the questions. */
  public static List<String> headers() {
    return Arrays.stream(values()).map(ParticipantColumn::header).toList();
  }
}
