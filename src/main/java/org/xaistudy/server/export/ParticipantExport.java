package org.xaistudy.server.export;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.Session;

/** {@code participants.csv}: one row a real participant. */
@ApplicationScoped
public class ParticipantExport implements Table {
  private final Session session;

  ParticipantExport(Session session) {
    this.session = session;
  }

  @Override
  public String name() {
    return "participants.csv";
  }

  @Override
  @Transactional
  @TransactionConfiguration(timeout = Csv.TIMEOUT)
  public void write(String study, Appendable out) throws IOException {
    Csv.write(out, ParticipantRow.HEADER, rows(study).map(ParticipantExport::cells));
  }

  private Stream<Object[]> rows(String study) {
    return session
        .createNativeQuery(
            """
            select v.study, v.version_number, r.pseudonym, r.method, r.source, r.language,
              r.consent_version, r.consented_at, r.completed_at, p.id as place
            from run r
              join study_version v on v.id = r.version_id
              left join place p on p.run_id = r.id
            where v.study = :study and r.source <> 'PREVIEW'
            order by v.version_number, r.id""",
            Object[].class)
        .addScalar("study", String.class)
        .addScalar("version_number", Integer.class)
        .addScalar("pseudonym", String.class)
        .addScalar("method", String.class)
        .addScalar("source", String.class)
        .addScalar("language", String.class)
        .addScalar("consent_version", Integer.class)
        .addScalar("consented_at", Instant.class)
        .addScalar("completed_at", Instant.class)
        .addScalar("place", Long.class)
        .setParameter("study", study)
        .setFetchSize(Csv.FETCH_SIZE)
        .getResultStream();
  }

  private static List<String> cells(Object[] row) {
    return new ParticipantRow(
            (String) row[0],
            (Integer) row[1],
            (String) row[2],
            (String) row[3],
            ((String) row[4]).toLowerCase(Locale.ROOT),
            (String) row[5],
            (Integer) row[6],
            (Instant) row[7],
            (Instant) row[8],
            Outcome.of(row[8] != null, row[9] != null))
        .cells();
  }
}
