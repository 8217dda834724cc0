package org.xaistudy.analysis.responses;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One answer of one participant to one stimulus.
 *
 * @param method id of the method with which it was given; empty where it is the person's only one
 * @param stimulus id of the stimulus; empty where the file does not tell
 * @param trial number of the trial, from 1; 0 where the file does not tell
 * @param judgement what was judged, and what was said of it
 * @param confidence how sure, {@value #SCALE_LOW}–{@value #SCALE_HIGH}; {@value #NOT_ASKED} where
 *     that was not asked
 * @param clarity how clear the explanation was, on the same scale; {@value #NOT_ASKED} where that
 *     was not asked, or nothing was explained
 * @param responseTime milliseconds from the page being shown to the answer; {@value #UNKNOWN_TIME}
 *     where the file does not tell
 * @param further what was said to further questions, by their ids; nothing blank
 */
public record Answer(
    String method,
    String stimulus,
    int trial,
    Judgement judgement,
    int confidence,
    int clarity,
    int responseTime,
    Map<String, String> further) {
  /** The lowest value of both scales. */
  public static final int SCALE_LOW = 0;

  /** The highest value of both scales. */
  public static final int SCALE_HIGH = 9;

  /** Stands for the answer to a question that was not asked. */
  public static final int NOT_ASKED = -1;

  /** Stands for a response time that was not recorded. */
  public static final int UNKNOWN_TIME = -1;

  /** An answer of somebody who judges with one method, to nothing further. */
  public Answer(
      String stimulus,
      int trial,
      Judgement judgement,
      int confidence,
      int clarity,
      int responseTime) {
    this("", stimulus, trial, judgement, confidence, clarity, responseTime, Map.of());
  }

  /** Yes or no to something that is true or false of the stimulus. */
  public Answer(
      String stimulus,
      int trial,
      boolean truth,
      boolean yes,
      int confidence,
      int clarity,
      int responseTime) {
    this(stimulus, trial, Judgement.YesNo.of(truth, yes), confidence, clarity, responseTime);
  }

  /** The same answer with its judgement read in another way. */
  public Answer judged(UnaryOperator<Judgement> reading) {
    return new Answer(
        method,
        stimulus,
        trial,
        reading.apply(judgement),
        confidence,
        clarity,
        responseTime,
        further);
  }

  /** What was judged. */
  public Question question() {
    return new Question(stimulus, judgement.about());
  }

  /** Whether yes is the right answer, where the answers are yes and no. */
  public boolean truth() {
    return ((Judgement.YesNo) judgement).truth();
  }

  /** Whether the answer is yes, where the answers are yes and no. */
  public boolean answer() {
    return ((Judgement.YesNo) judgement).yes();
  }

  /** Whether the participant is right, where answers are right or wrong. */
  public boolean correct() {
    return ((Judgement.Scored) judgement).correct();
  }

  /** Whether the file tells how long the answer took. */
  public boolean timed() {
    return responseTime != UNKNOWN_TIME;
  }
}
