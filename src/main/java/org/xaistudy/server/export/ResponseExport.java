package org.xaistudy.server.export;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.xaistudy.server.approval.Approvals;
import org.xaistudy.server.blinding.Blinding;
import org.xaistudy.server.page.CsvText;
import org.xaistudy.server.recruitment.Source;
import org.xaistudy.server.trial.FurtherAsJson;
import org.xaistudy.studies.FurtherQuestion;
import org.xaistudy.studies.responses.Column;
import org.xaistudy.studies.responses.CsvRow;
import org.xaistudy.studies.responses.ExclusionReason;
import org.xaistudy.studies.responses.ParticipantColumn;

/**
 * {@code responses.csv}: one row an answer, runs after one another; its columns are those of {@link
 * Column}, and behind them those of further questions.
 */
@ApplicationScoped
public class ResponseExport implements Table {
  private static final int NONE = 0;
  private final Session session;
  private final Blinding blinding;
  private final Approvals approvals;

  private final FurtherColumns further;

  ResponseExport(Session session, Blinding blinding, Approvals approvals, FurtherColumns further) {
    this.further = further;
    this.blinding = blinding;
    this.approvals = approvals;
    this.session = session;
  }

  @Override
  public String name() {
    return "responses.csv";
  }

  /** Without previews and simulated people. */
  @Override
  @Transactional
  @TransactionConfiguration(timeout = Csv.TIMEOUT)
  public void write(String study, Appendable out) throws IOException {
    writeRows(study, Also.NOBODY, out);
  }

  /** Those of people, and some others, which the last column tells. */
  @Transactional
  @TransactionConfiguration(timeout = Csv.TIMEOUT)
  public void write(String study, Also also, Appendable out) throws IOException {
    writeRows(study, also, out);
  }

  /**
   * With the truth, whether it may be told or not: for analyses within the server that tell less.
   * Nothing of it may leave the server.
   */
  @Transactional
  @TransactionConfiguration(timeout = Csv.TIMEOUT)
  public void writeUnblinded(String study, Appendable out) throws IOException {
    writeRows(study, Also.NOBODY, NONE, out);
  }

  private void writeRows(String study, Also also, Appendable out) throws IOException {
    writeRows(study, also, blinding.blindVersion(study).orElse(NONE), out);
  }

  private void writeRows(String study, Also also, int blind, Appendable out) throws IOException {
    Set<String> excluded = approvals.excluded(study);
    List<FurtherQuestion> questions = further.of(study);
    List<String> header = new ArrayList<>(Column.headers());
    questions.forEach(question -> header.add(Column.QUESTION + question.id()));
    CsvText.write(
        out, header, rows(study, also.source).map(row -> cells(row, blind, excluded, questions)));
  }

  /** Whose answers a file may hold besides those of people. */
  public enum Also {
    /** Nobody's. */
    NOBODY(""),
    /** Researchers' previews. */
    PREVIEWS("PREVIEW"),
    /** Simulated people. */
    SIMULATED("SIMULATED");

    private final String source;

    Also(String source) {
      this.source = source;
    }
  }

  private Stream<Tuple> rows(String study, String also) {
    return session
        .createNativeQuery(
            """
            select v.study as study, v.version_number as version, r.pseudonym as participant,
              t.method as method,
              (select count(*) from trial b
                where b.run_id = r.id and b.kind = 'TRIAL' and b.position_in_run <= t.position_in_run)
                as trial,
              t.stimulus as stimulus, t.model as model, t.right_answer as truth,
              a.said as answer, a.confidence as confidence, a.clarity as clarity,
              a.further as further,
              a.response_time_ms as response_time_ms, a.answered_at as answered_at,
              r.completed_at is not null as completed, p.id is not null as holds_place,
              r.source as source, r.ended is not null as ended
            from answer a
              join trial t on t.id = a.trial_id
              join run r on r.id = t.run_id
              join study_version v on v.id = r.version_id
              left join place p on p.run_id = r.id
            where v.study = :study and t.kind = 'TRIAL'
              and (r.source not in ('PREVIEW', 'SIMULATED') or r.source = :also)
            order by v.version_number, r.id, t.position_in_run""",
            Tuple.class)
        .addScalar("study", String.class)
        .addScalar("version", Integer.class)
        .addScalar("participant", String.class)
        .addScalar("method", String.class)
        .addScalar("trial", Integer.class)
        .addScalar("stimulus", String.class)
        .addScalar("model", String.class)
        .addScalar("truth", String.class)
        .addScalar("answer", String.class)
        .addScalar("confidence", Integer.class)
        .addScalar("clarity", Integer.class)
        .addScalar("further", String.class)
        .addScalar("response_time_ms", Long.class)
        .addScalar("answered_at", Instant.class)
        .addScalar("completed", Boolean.class)
        .addScalar("holds_place", Boolean.class)
        .addScalar("source", String.class)
        .addScalar("ended", Boolean.class)
        .setParameter("study", study)
        .setParameter("also", also)
        .setFetchSize(Csv.FETCH_SIZE)
        .getResultStream();
  }

  private static List<String> cells(
      Tuple row, int blind, Set<String> excluded, List<FurtherQuestion> questions) {
    List<String> cells = new ArrayList<>(cells(row, blind, excluded));
    Map<String, String> said = FurtherAsJson.read(row.get("further", String.class));
    for (FurtherQuestion question : questions) {
      boolean hidden = said.containsKey(question.id()) && FurtherColumns.isWords(question);
      cells.add(hidden ? ParticipantColumn.SOMETHING : said.getOrDefault(question.id(), ""));
    }
    return cells;
  }

  /**
   * What leads to the truth is left out while it may not be told; of those who are no people never.
   */
  private static List<String> cells(Tuple row, int blind, Set<String> excluded) {
    String truth = row.get("truth", String.class);
    String answer = row.get("answer", String.class);
    Source source = Source.valueOf(row.get("source", String.class));
    boolean hidden = source.isReal() && row.get("version", Integer.class) == blind;
    return new CsvRow<>(Column.class)
        .with(Column.STUDY, row.get("study"))
        .with(Column.VERSION, row.get("version"))
        .with(Column.PARTICIPANT, row.get("participant"))
        .with(Column.METHOD, row.get("method"))
        .with(Column.TRIAL, row.get("trial"))
        .with(Column.STIMULUS, hidden ? null : row.get("stimulus"))
        .with(Column.MODEL, hidden ? null : row.get("model"))
        .with(Column.TRUTH, hidden ? null : truth)
        .with(Column.ANSWER, answer)
        .with(Column.CORRECT, hidden || truth == null ? null : written(truth.equals(answer)))
        .with(Column.CONFIDENCE, row.get("confidence"))
        .with(Column.CLARITY, row.get("clarity"))
        .with(Column.RESPONSE_TIME_MS, row.get("response_time_ms"))
        .with(Column.ANSWERED_AT, row.get("answered_at"))
        .with(Column.COMPLETED, row.get("completed", Boolean.class).booleanValue())
        .with(Column.EXCLUDED, excluded(row, source, excluded))
        .with(Column.SOURCE, source.written())
        .cells();
  }

  private static String written(boolean value) {
    return value ? "yes" : "no";
  }

  /** Whoever ended after an answer failed an attention check: the other ends come before. */
  private static String excluded(Tuple row, Source source, Set<String> excluded) {
    if (excluded.contains(row.get("participant", String.class))) {
      return ExclusionReason.BY_RESEARCHER.written();
    }
    if (row.get("ended", Boolean.class)) {
      return ExclusionReason.FAILED_ATTENTION_CHECKS.written();
    }
    boolean counts = row.get("holds_place", Boolean.class) || !source.isReal();
    return counts ? "" : ExclusionReason.PLACE_GIVEN_AWAY.written();
  }
}
