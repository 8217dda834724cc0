package org.xaistudy.server.export;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.xaistudy.server.page.CsvText;

/**
 * {@code assignment.csv}: every decision about a place, in order. With the secret that the archive
 * holds after closing anybody can check that chance alone chose the arms, and that nobody was
 * moved.
 */
@ApplicationScoped
public class AssignmentExport implements Table {
  private static final List<String> HEADER =
      List.of("version", "place", "method", "participant", "decision", "decided_at");
  private final Session session;

  AssignmentExport(Session session) {
    this.session = session;
  }

  @Override
  public String name() {
    return "assignment.csv";
  }

  /** Places are counted from 1. */
  @Override
  @Transactional
  @TransactionConfiguration(timeout = Csv.TIMEOUT)
  public void write(String study, Appendable out) throws IOException {
    CsvText.write(out, HEADER, rows(study).map(row -> Csv.cells(row, HEADER)));
  }

  private Stream<Tuple> rows(String study) {
    return session
        .createNativeQuery(
            """
            select v.version_number as version, e.place_rank + 1 as place, e.method,
              e.pseudonym as participant,
              lower(e.decision) as decision, e.decided_at
            from assignment_event e
              join study_version v on v.id = e.version_id
            where v.study = :study
            order by e.id""",
            Tuple.class)
        .addScalar("version", Integer.class)
        .addScalar("place", Integer.class)
        .addScalar("method", String.class)
        .addScalar("participant", String.class)
        .addScalar("decision", String.class)
        .addScalar("decided_at", Instant.class)
        .setParameter("study", study)
        .setFetchSize(Csv.FETCH_SIZE)
        .getResultStream();
  }
}
