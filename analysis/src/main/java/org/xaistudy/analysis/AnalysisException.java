package org.xaistudy.analysis;

/**
 * What was asked cannot be done with these answers, and whoever asked can mend it: one line says
 * what is wrong and what would be right. Anything else that is thrown is a mistake of the program.
 */
public final class AnalysisException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With a line for people. */
  public AnalysisException(String message) {
    super(message);
  }
}
