package org.xaistudy.analysis.responses;

import java.nio.file.Path;

/** A file of responses that cannot be trusted; the message is one line that says why and where. */
public final class InvalidResponsesException extends RuntimeException {
  /** For the file as a whole. */
  public InvalidResponsesException(Path file, String message) {
    super(file + ": " + message);
  }

  /** For one line of it, counted from 1. */
  public InvalidResponsesException(Path file, long line, String message) {
    super(file + ":" + line + ": " + message);
  }
}
