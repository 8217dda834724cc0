package org.xaistudy.analysis.report;

import org.xaistudy.studies.Task;

/** What the report calls what people did, by their task. */
final class Speech {
  private Speech() {}

  /** What people do who are right, with a gap for how often. */
  static String rightly(Task task) {
    return switch (task) {
      case ARTEFACT_USE -> "judged the models rightly %s often";
      case CORRECTNESS -> "judged the predictions rightly %s often";
      case DISTINCTION -> "chose the right explanation %s often";
      case FORWARD_SIMULATION -> "foretold the model’s predictions %s often";
      case RECOMMENDATION -> throw new IllegalArgumentException("no answer is right: " + task);
    };
  }

  /** The same with nothing to compare it with. */
  static String right(Task task) {
    return switch (task.key()) {
      case PREDICTION -> "foretold the model’s prediction";
      case CANDIDATE -> "chose the right explanation";
      case TRUTH, NONE -> "judged rightly";
    };
  }

  /** What a stimulus is, for researchers: what is true of it, or what the model says. */
  static String about(Task task, String about) {
    return task.key() == Task.Key.TRUTH ? task.of(about.equals(Task.YES)) : about;
  }
}
