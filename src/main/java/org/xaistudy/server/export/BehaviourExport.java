package org.xaistudy.server.export;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.xaistudy.server.page.CsvText;

/** {@code behaviour.csv}: how people went about their answers, as far as pages noticed. */
@ApplicationScoped
public class BehaviourExport implements Table {
  private static final List<String> HEADER =
      List.of(
          "study",
          "version",
          "participant",
          "trial",
          "first_interaction_ms",
          "submitted_ms",
          "focus_losses",
          "zooms",
          "edition");

  private final Session session;

  BehaviourExport(Session session) {
    this.session = session;
  }

  @Override
  public String name() {
    return "behaviour.csv";
  }

  /** One row an answer of a real participant; cells are empty where nothing was noticed. */
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
            select v.study as study, v.version_number as version, r.pseudonym as participant,
              (select count(*) from trial b
                where b.run_id = r.id and b.kind = 'TRIAL' and b.position_in_run <= t.position_in_run)
                as trial,
              a.first_interaction_ms, a.submitted_ms, a.focus_losses, a.zooms,
              a.edition_number as edition
            from answer a
              join trial t on t.id = a.trial_id
              join run r on r.id = t.run_id
              join study_version v on v.id = r.version_id
            where v.study = :study and t.kind = 'TRIAL' and r.source not in ('PREVIEW', 'SIMULATED')
            order by v.version_number, r.id, t.position_in_run""",
            Tuple.class)
        .addScalar("study", String.class)
        .addScalar("version", Integer.class)
        .addScalar("participant", String.class)
        .addScalar("trial", Integer.class)
        .addScalar("first_interaction_ms", Integer.class)
        .addScalar("submitted_ms", Integer.class)
        .addScalar("focus_losses", Integer.class)
        .addScalar("zooms", Integer.class)
        .addScalar("edition", Integer.class)
        .setParameter("study", study)
        .setFetchSize(Csv.FETCH_SIZE)
        .getResultStream();
  }
}
