package org.xaistudy.server.export;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.page.CsvText;
import org.xaistudy.server.recruitment.Referral;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.server.recruitment.Source;
import org.xaistudy.studies.Recruitment.Outcome;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.responses.ParticipantOutcome;

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
  private final KeptVersions kept;

  PaymentExport(Session session, KeptVersions kept) {
    this.kept = kept;
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
    Optional<Study> asked = kept.counting(study).map(version -> version.last().study().study());
    CsvText.write(out, HEADER, rows(study).map(row -> cells(row, asked)));
  }

  /**
   * What the person was shown at the end. A code that the person was never shown proves nothing, so
   * it is left out.
   */
  private static String code(Tuple row, Source source, Outcome outcome, Optional<Study> asked) {
    boolean completed = outcome == Outcome.COMPLETED;
    if (source.hasOwnCodes()) {
      return completed ? row.get("completion_code", String.class) : "";
    }
    Referral referral =
        new Referral(
            source,
            Optional.empty(),
            Optional.ofNullable(row.get("reference", String.class)),
            Optional.empty());
    return asked
        .flatMap(
            study ->
                Optional.ofNullable(Return.of(study, referral, outcome, Optional.empty()).code()))
        .orElse("");
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

  private static List<String> cells(Tuple row, Optional<Study> asked) {
    Source source = Source.valueOf(row.get("source", String.class));
    ParticipantOutcome outcome =
        Outcomes.of(
            row.get("ended", String.class),
            row.get("completed", Boolean.class),
            row.get("holds_place", Boolean.class));
    return List.of(
        source.written(),
        Objects.toString(row.get("reference"), ""),
        outcome == ParticipantOutcome.UNFINISHED
            ? ""
            : code(row, source, Outcome.valueOf(outcome.name()), asked),
        outcome.written());
  }
}
