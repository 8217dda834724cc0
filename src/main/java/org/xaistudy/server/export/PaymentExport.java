package org.xaistudy.server.export;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.xaistudy.server.recruitment.Source;

/**
 * {@code payments.csv}: what platforms need to pay, and never to be published. It holds no
 * pseudonym, and its order is that of the codes, which were drawn by chance: nobody can lay it
 * beside the answers row by row.
 */
@ApplicationScoped
public class PaymentExport implements Table {
  private static final List<String> HEADER =
      List.of("source", "reference", "completion_code", "outcome");
  private final Session session;

  PaymentExport(Session session) {
    this.session = session;
  }

  @Override
  public String name() {
    return "payments.csv";
  }

  @Override
  @Transactional
  @TransactionConfiguration(timeout = Csv.TIMEOUT)
  public void write(String study, Appendable out) throws IOException {
    Csv.write(out, HEADER, rows(study).map(PaymentExport::cells));
  }

  private Stream<Object[]> rows(String study) {
    return session
        .createNativeQuery(
            """
            select r.source, r.reference, r.completion_code, r.completed_at is not null as completed,
              p.id is not null as holds_place, r.ended
            from run r
              left join place p on p.run_id = r.id
            where r.study = :study and r.source <> 'PREVIEW'
            order by r.source, r.completion_code""",
            Object[].class)
        .addScalar("source", String.class)
        .addScalar("reference", String.class)
        .addScalar("completion_code", String.class)
        .addScalar("completed", Boolean.class)
        .addScalar("holds_place", Boolean.class)
        .addScalar("ended", String.class)
        .setParameter("study", study)
        .setFetchSize(Csv.FETCH_SIZE)
        .getResultStream();
  }

  /** A code that the person was never shown proves nothing, so it is left out. */
  private static List<String> cells(Object[] row) {
    Source source = Source.valueOf((String) row[0]);
    boolean completed = (Boolean) row[3];
    return List.of(
        source.written(),
        Objects.toString(row[1], ""),
        completed && source.hasOwnCodes() ? (String) row[2] : "",
        Outcomes.of((String) row[5], completed, (Boolean) row[4]).written());
  }
}
