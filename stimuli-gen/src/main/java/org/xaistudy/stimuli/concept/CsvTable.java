package org.xaistudy.stimuli.concept;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A CSV file while it is written; names with commas or quotes are quoted (RFC 4180). */
public final class CsvTable {
  private final CSVPrinter printer;

  private CsvTable(CSVPrinter printer) {
    this.printer = printer;
  }

  /** What fills a table. */
  public interface Rows {
    /** Writes them one after another. */
    void into(CsvTable table) throws IOException;
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @param header the names of the columns, with commas between them
   * @return the file
   */
  public static Path write(Path file, String header, Rows rows) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    CSVFormat format =
        CSVFormat.RFC4180.builder().setRecordSeparator('\n').setHeader(header.split(",", -1)).get();
    try {
      try (CSVPrinter printer =
          new CSVPrinter(Files.newBufferedWriter(part, StandardCharsets.UTF_8), format)) {
        rows.into(new CsvTable(printer));
      }
      return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Adds a row. */
  public void row(Object... cells) throws IOException {
    printer.printRecord(cells);
  }
}
