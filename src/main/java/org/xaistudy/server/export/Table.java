package org.xaistudy.server.export;

import java.io.IOException;

/** A CSV file about a study in all its versions. */
public interface Table {
  /** Its file name. */
  String name();

  /**
   * Writes it. Rows are read and written in portions, so memory does not grow with the study.
   *
   * @param study id of the study
   * @param out is left open
   */
  void write(String study, Appendable out) throws IOException;
}
