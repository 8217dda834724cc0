package org.xaistudy.server.run;

/** No run has this token, or no longer. */
public final class RunNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunNotFoundException() {
    super("no such run");
  }
}
