package org.xaistudy.server.export;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.xaistudy.studies.responses.Column;
import org.xaistudy.studies.responses.ExclusionReason;

/** {@code responses.csv}: one row an answer, runs after one another. */
@ApplicationScoped
public class ResponseExport implements Table {
  private final Session session;

  ResponseExport(Session session) {
    this.session = session;
  }

  @Override
  public String name() {
    return "responses.csv";
  }

  /** Without researchers' previews. */
  @Override
  @Transactional
  @TransactionConfiguration(timeout = Csv.TIMEOUT)
  public void write(String study, Appendable out) throws IOException {
    Csv.write(out, Column.headers(), rows(study, false).map(ResponseExport::cells));
  }

  /** With researchers' previews, which the last column tells. */
  @Transactional
  @TransactionConfiguration(timeout = Csv.TIMEOUT)
  public void writeWithPreviews(String study, Appendable out) throws IOException {
    Csv.write(out, Column.headers(), rows(study, true).map(ResponseExport::cells));
  }

  private Stream<Object[]> rows(String study, boolean previews) {
    return session
        .createNativeQuery(
            """
            select v.study, v.version_number, r.pseudonym, r.method,
              (select count(*) from trial b
                where b.run_id = r.id and b.kind = 'TRIAL' and b.position_in_run <= t.position_in_run)
                as trial,
              t.stimulus, t.model, t.artefact_used, a.said_used, a.confidence, a.clarity,
              a.response_time_ms, a.answered_at, r.completed_at, p.id as place, r.source,
              r.ended
            from answer a
              join trial t on t.id = a.trial_id
              join run r on r.id = t.run_id
              join study_version v on v.id = r.version_id
              left join place p on p.run_id = r.id
            where v.study = :study and t.kind = 'TRIAL'
              and (:previews = true or r.source <> 'PREVIEW')
            order by v.version_number, r.id, t.position_in_run""",
            Object[].class)
        .addScalar("study", String.class)
        .addScalar("version_number", Integer.class)
        .addScalar("pseudonym", String.class)
        .addScalar("method", String.class)
        .addScalar("trial", Integer.class)
        .addScalar("stimulus", String.class)
        .addScalar("model", String.class)
        .addScalar("artefact_used", Boolean.class)
        .addScalar("said_used", Boolean.class)
        .addScalar("confidence", Integer.class)
        .addScalar("clarity", Integer.class)
        .addScalar("response_time_ms", Long.class)
        .addScalar("answered_at", Instant.class)
        .addScalar("completed_at", Instant.class)
        .addScalar("place", Long.class)
        .addScalar("source", String.class)
        .addScalar("ended", String.class)
        .setParameter("study", study)
        .setParameter("previews", previews)
        .setFetchSize(Csv.FETCH_SIZE)
        .getResultStream();
  }

  private static List<String> cells(Object[] row) {
    return new ResponseRow(
            (String) row[0],
            (Integer) row[1],
            (String) row[2],
            (String) row[3],
            (Integer) row[4],
            (String) row[5],
            (String) row[6],
            (Boolean) row[7],
            (Boolean) row[8],
            (Integer) row[9],
            (Integer) row[10],
            (Long) row[11],
            (Instant) row[12],
            row[13] != null,
            reason(row[16] != null, row[14] != null, "PREVIEW".equals(row[15])),
            (String) row[15])
        .cells();
  }

  /** Whoever ended after an answer failed an attention check: the other ends come before. */
  private static Optional<ExclusionReason> reason(
      boolean ended, boolean holdsPlace, boolean preview) {
    if (ended) {
      return Optional.of(ExclusionReason.FAILED_ATTENTION_CHECKS);
    }
    return holdsPlace || preview ? Optional.empty() : Optional.of(ExclusionReason.PLACE_GIVEN_AWAY);
  }
}
