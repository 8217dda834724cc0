package org.xaistudy.studies.document;

import java.nio.file.Path;

/**
 * One thing that is wrong with a file.
 *
 * @param file the file, as the reader was given it
 * @param line the line, from 1; 0 where the problem has no place in the file
 * @param column the column, from 1; 0 where the problem has no place in the file
 * @param key the path of keys, such as {@code methods[2].steps}; empty for the whole file
 * @param message what is wrong and what would be right
 */
public record Problem(Path file, int line, int column, String key, String message) {
  /** A problem of the file as a whole. */
  public static Problem ofFile(Path file, String message) {
    return new Problem(file, 0, 0, "", message);
  }

  @Override
  public String toString() {
    String place = line == 0 ? "" : ":" + line + ":" + column;
    return file + place + ": " + (key.isEmpty() ? "" : key + ": ") + message;
  }
}
