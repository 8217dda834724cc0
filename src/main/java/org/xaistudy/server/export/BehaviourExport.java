package org.xaistudy.server.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hibernate.Session;

/** Writes {@code behaviour.csv}: how people went about their answers, as far as pages noticed. */
@ApplicationScoped
public class BehaviourExport {
  private static final String[] HEADER = {
    "study",
    "version",
    "participant",
    "trial",
    "first_interaction_ms",
    "submitted_ms",
    "focus_losses",
    "zooms"
  };
  private static final int FETCH_SIZE = 500;
  private final Session session;

  BehaviourExport(Session session) {
    this.session = session;
  }

  /** One row an answer of a real participant; cells are empty where nothing was noticed. */
  @Transactional
  public void write(String study, Appendable out) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(HEADER).get();
    try (CSVPrinter csv = new CSVPrinter(out, format);
        Stream<Object[]> rows = rows(study)) {
      for (Object[] row : (Iterable<Object[]>) rows::iterator) {
        csv.printRecord(
            Arrays.stream(row).map(cell -> FormulaSafe.cell(Objects.toString(cell, ""))).toList());
      }
    }
  }

  private Stream<Object[]> rows(String study) {
    return session
        .createNativeQuery(
            """
            select v.study, v.version_number, r.pseudonym,
              (select count(*) from trial b
                where b.run_id = r.id and b.kind = 'TRIAL' and b.place_in_run <= t.place_in_run),
              a.first_interaction_ms, a.submitted_ms, a.focus_losses, a.zooms
            from answer a
              join trial t on t.id = a.trial_id
              join run r on r.id = t.run_id
              join study_version v on v.id = r.version_id
            where v.study = :study and t.kind = 'TRIAL' and r.source <> 'PREVIEW'
            order by v.version_number, r.id, t.place_in_run""",
            Object[].class)
        .setParameter("study", study)
        .setFetchSize(FETCH_SIZE)
        .getResultStream();
  }
}
