package org.xaistudy.server.images;

import java.util.Locale;
import org.xaistudy.server.page.Spoken;
import org.xaistudy.server.page.Words;
import org.xaistudy.server.run.Course;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.manifest.Manifest;

/**
 * What people read for the options of a study.
 *
 * @param key what makes an answer right, and so what the options are
 * @param manifest knows the names of classes
 * @param locale what the person reads
 */
public record OptionLabels(Task.Key key, Manifest manifest, Locale locale) {
  /** For one person. */
  public static OptionLabels of(Course course) {
    return new OptionLabels(
        course.study().task().key(), course.open().bundle().manifest(), course.locale());
  }

  /** What one reads for an option. */
  public String of(String option) {
    Words words = Spoken.in(locale);
    return switch (key) {
      case TRUTH -> option.equals(Task.YES) ? words.yes() : words.no();
      case PREDICTION -> manifest.className(option).in(locale.getLanguage());
      case NONE ->
          switch (option) {
            case "1" -> words.ratingDefinitelyNot();
            case "2" -> words.ratingProbablyNot();
            case "3" -> words.ratingUnsure();
            case "4" -> words.ratingProbably();
            default -> words.ratingDefinitely();
          };
    };
  }
}
