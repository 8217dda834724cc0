package org.xaistudy.server.participation;

import java.util.Locale;
import java.util.Optional;
import org.xaistudy.server.images.Exhibit;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.run.Course;
import org.xaistudy.server.run.Run;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.TaskWords;
import org.xaistudy.studies.Text;

/**
 * A run as its pages show it.
 *
 * @param course where it stands
 */
record OpenRun(Course course) {
  /** Where a run is continued, whatever its next stage. */
  static String path(Run run) {
    return "/r/" + run.token();
  }

  /** Where this run is continued. */
  String path() {
    return path(run());
  }

  Run run() {
    return course.run();
  }

  Study study() {
    return course.study();
  }

  Locale locale() {
    return course.locale();
  }

  String language() {
    return course.language();
  }

  /** A text in the person's language. */
  String say(Text text) {
    return text.in(language());
  }

  /** The sentences of the study's task in the person's language. */
  TaskWords words() {
    return TaskWords.of(study(), language());
  }

  /**
   * The frame of a page.
   *
   * @param done trials with an answer
   */
  Frame frame(int done) {
    return Frame.of(locale(), say(study().title()))
        .withProgress(done, course.counts().all())
        .withLeave(path() + "/withdraw");
  }

  /** What is shown in a trial; empty in an attention check. */
  Optional<Exhibit> exhibit(Trial trial) {
    return Exhibit.of(course, trial);
  }
}
