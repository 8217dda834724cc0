package org.xaistudy.server.researcher;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.xaistudy.server.bundle.OpenStudy;

/** Writes {@code personal-links.csv}: who holds the file can take part in everybody's name. */
@ApplicationScoped
class Invitations {
  private final Links links;

  Invitations(Links links) {
    this.links = links;
  }

  /** The links of the people 1 to {@code count}. */
  void write(OpenStudy study, int count, Appendable out) throws IOException {
    CSVPrinter csv =
        new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader("number", "link").get());
    for (int number = 1; number <= count; number++) {
      csv.printRecord(number, links.personal(study, number));
    }
  }
}
