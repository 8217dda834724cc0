package org.xaistudy.studies.document;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be used; its message has one line for each problem. */
public final class InvalidFileException extends RuntimeException {
  private final transient List<Problem> problems;

  /** For one or more problems. */
  public InvalidFileException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** For one problem. */
  public InvalidFileException(Problem problem) {
    this(List.of(problem));
  }

  /** What is wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
