package org.xaistudy.server.export;

import java.util.List;

/**
 * A file of the archive, as its descriptions list it.
 *
 * @param name inside the archive
 * @param bytes its length
 * @param sha256 its checksum, in hexadecimal
 * @param columns of a table, in order; none of other files
 */
record Contents(String name, long bytes, String sha256, List<String> columns) {
  /** Copies the list. */
  Contents {
    columns = List.copyOf(columns);
  }

  /** What browsers call this kind of file. */
  String mediaType() {
    String end = name.substring(name.lastIndexOf('.') + 1);
    return switch (end) {
      case "csv" -> "text/csv";
      case "json" -> "application/json";
      case "yaml" -> "application/yaml";
      case "md" -> "text/markdown";
      case "png" -> "image/png";
      default -> "application/octet-stream";
    };
  }

  /** Whether it is a table. */
  boolean isTable() {
    return !columns.isEmpty();
  }
}
