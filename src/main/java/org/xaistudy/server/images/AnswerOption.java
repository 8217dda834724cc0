package org.xaistudy.server.images;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import org.xaistudy.server.page.Spoken;
import org.xaistudy.server.page.Words;
import org.xaistudy.server.run.Course;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Grade;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.TaskWords;

/**
 * What can be answered.
 *
 * @param value what is sent
 * @param label what people read, in the run's language
 */
public record AnswerOption(String value, String label) {
  /** Whether it takes little room. */
  @JsonIgnore
  public boolean isLetter() {
    return label.length() == 1;
  }

  /** Those of a trial, in their order; none where only something is shown. */
  public static List<AnswerOption> of(Course course, Trial trial) {
    return course.inquiry(trial).options().stream()
        .map(value -> new AnswerOption(value, label(course, value)))
        .toList();
  }

  /** The four of a decision that says how sure one is, too. */
  public static List<AnswerOption> grades(Course course) {
    TaskWords words = TaskWords.of(course.study(), course.language());
    return Grade.all().stream()
        .map(grade -> new AnswerOption(grade.written(), words.of(grade)))
        .toList();
  }

  /** What a person reads for an option. */
  public static String label(Course course, String value) {
    Words words = Spoken.in(course.locale());
    return switch (course.study().task().key()) {
      case TRUTH -> value.equals(Task.YES) ? words.yes() : words.no();
      case PREDICTION -> course.open().bundle().manifest().className(value).in(course.language());
      case CANDIDATE -> value.toUpperCase(Locale.ROOT);
      case NONE ->
          switch (value) {
            case "1" -> words.ratingDefinitelyNot();
            case "2" -> words.ratingProbablyNot();
            case "3" -> words.ratingUnsure();
            case "4" -> words.ratingProbably();
            default -> words.ratingDefinitely();
          };
    };
  }
}
