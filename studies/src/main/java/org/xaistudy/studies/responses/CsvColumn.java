package org.xaistudy.studies.responses;

import java.util.Locale;

/** A column of a file; its enum says which others there are, and in which order they stand. */
public interface CsvColumn {
  /** The constant's name. */
  String name();

  /** The name in the header row. */
  default String header() {
    return name().toLowerCase(Locale.ROOT);
  }
}
