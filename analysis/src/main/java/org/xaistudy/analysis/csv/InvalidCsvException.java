package org.xaistudy.analysis.csv;

import java.nio.file.Path;

/** A CSV file that cannot be trusted; the message is one line that says why and where. */
public final class InvalidCsvException extends RuntimeException {
  /** For the file as a whole. */
  public InvalidCsvException(Path file, String message) {
    super(file + ": " + message);
  }

  /** For one line of it, counted from 1. */
  InvalidCsvException(Path file, long line, String message) {
    super(file + ":" + line + ": " + message);
  }
}
