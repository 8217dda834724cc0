package org.xaistudy.server.export;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
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

  private Stream<Tuple> rows(String study) {
    return session
        .createNativeQuery(
            """
            select r.source, r.reference, r.completion_code, r.completed_at is not null as completed,
              p.id is not null as holds_place, r.ended
            from run r
              left join place p on p.run_id = r.id
            where r.study = :study and r.source not in ('PREVIEW', 'SIMULATED')
            order by r.source, r.completion_code""",
            Tuple.class)
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
  private static List<String> cells(Tuple row) {
    Source source = Source.valueOf(row.get("source", String.class));
    boolean completed = row.get("completed", Boolean.class);
    return List.of(
        source.written(),
        Objects.toString(row.get("reference"), ""),
        completed && source.hasOwnCodes() ? row.get("completion_code", String.class) : "",
        Outcomes.of(
                row.get("ended", String.class), completed, row.get("holds_place", Boolean.class))
            .written());
  }
}
