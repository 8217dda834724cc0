package org.xaistudy.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.images.AnswerOption;
import org.xaistudy.server.images.Exhibit;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.server.run.Course;
import org.xaistudy.server.trial.Kind;
import org.xaistudy.studies.FurtherQuestion;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Recruitment.Outcome;

/**
 * Where a run stands.
 *
 * @param token unguessable name of the run
 * @param method id of the method
 * @param language code
 * @param step what is next
 * @param outcome why the run was ended; absent unless the step is {@code ENDED}
 * @param answered trials with an answer, practice and attention checks included
 * @param trials all trials, practice and attention checks included
 * @param trial the one to be answered now; absent unless the step is {@code JUDGE}
 * @param back how the person is sent back; absent before the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
    String token,
    String method,
    String language,
    Next step,
    @Nullable Outcome outcome,
    int answered,
    int trials,
    @Nullable TrialView trial,
    @Nullable Return back) {
  /** What is next. */
  public enum Next {
    /** Say how large the window is. */
    DEVICE,
    /** Say that the instructions were read. */
    INSTRUCTIONS,
    /** Answer the questions about the instructions. */
    COMPREHENSION,
    /** Answer the trial. */
    JUDGE,
    /** Answer the questionnaire: what is asked before the first trial, or after the last. */
    QUESTIONNAIRE,
    /** Nothing: everything is answered and counted. */
    FINISHED,
    /** Nothing: the run was ended before its last trial. */
    ENDED,
    /** Nothing: the place was given to someone else. */
    PLACE_GONE
  }

  /**
   * A trial.
   *
   * @param position from 1, practice and attention checks included
   * @param kind what it is for
   * @param exhibit what is shown; absent in an attention check
   * @param options what can be answered; empty where only something is shown
   * @param confidence whether it is asked how sure the person is
   * @param clarity whether it is asked how clear the explanation is
   * @param further what else is asked
   * @param graded whether answer and confidence are one decision of four: confidence is 0 or 1 then
   * @param asked what an attention check asks to choose; absent in other trials
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TrialView(
      @JsonProperty("place") int position,
      Kind kind,
      @Nullable Exhibit exhibit,
      List<AnswerOption> options,
      boolean confidence,
      boolean clarity,
      List<Further> further,
      boolean graded,
      @Nullable AnswerRequest asked) {}

  /**
   * A further question about what is shown.
   *
   * @param id by which it is answered
   * @param question what is asked, in the run's language
   * @param required whether it must be answered
   * @param answer how it is answered, with texts in the run's language
   */
  public record Further(String id, String question, boolean required, Questionnaire.Kind answer) {
    static Further of(Course course, FurtherQuestion question) {
      return new Further(
          question.id(),
          question.question().in(course.language()),
          question.required(),
          course.open().named(question.answer()).in(course.language()));
    }
  }
}
