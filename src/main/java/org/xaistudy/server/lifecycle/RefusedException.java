package org.xaistudy.server.lifecycle;

/** A step in a study's life that cannot be taken now; the message says why. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedException(String why) {
    super(why);
  }
}
