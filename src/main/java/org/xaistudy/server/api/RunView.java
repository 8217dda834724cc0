package org.xaistudy.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.xaistudy.server.images.Exhibit;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.server.trial.Kind;

/**
 * Where a run stands.
 *
 * @param token unguessable name of the run
 * @param method id of the method
 * @param language code
 * @param step what is next
 * @param answered trials with an answer
 * @param trials all trials, practice included
 * @param trial the one to be answered now; absent unless the step is {@code JUDGE}
 * @param back how the person is sent back; absent before the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
    String token,
    String method,
    String language,
    Next step,
    int answered,
    int trials,
    TrialView trial,
    Return back) {
  /** What is next. */
  public enum Next {
    /** Say that the instructions were read. */
    INSTRUCTIONS,
    /** Answer the trial. */
    JUDGE,
    /** Nothing: everything is answered and counted. */
    FINISHED,
    /** Nothing: the place was given to someone else. */
    PLACE_GONE
  }

  /**
   * A trial.
   *
   * @param place from 1, practice included
   * @param kind what it is for
   * @param exhibit what is shown
   */
  public record TrialView(int place, Kind kind, Exhibit exhibit) {}
}
