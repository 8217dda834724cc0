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
import org.xaistudy.server.questionnaire.Replies;

/**
 * {@code comments.csv}: what people wrote in words of their own. They may have written who they
 * are, so it is for the researcher only; {@code participants.csv} says merely that they wrote
 * something.
 */
@ApplicationScoped
public class CommentExport implements Table {
  private static final List<String> HEADER =
      List.of("version", "participant", "question", "comment");
  private final Session session;
  private final Replies replies;

  CommentExport(Session session, Replies replies) {
    this.session = session;
    this.replies = replies;
  }

  @Override
  public String name() {
    return "comments.csv";
  }

  @Override
  @Transactional
  @TransactionConfiguration(timeout = Csv.TIMEOUT)
  public void write(String study, Appendable out) throws IOException {
    CsvText.write(
        out,
        HEADER,
        rows(study)
            .filter(row -> replies.isFreeText(study, row.get("question", String.class)))
            .map(row -> Csv.cells(row, HEADER)));
  }

  private Stream<Tuple> rows(String study) {
    return session
        .createNativeQuery(
            """
            select v.version_number as version, r.pseudonym as participant, y.question as question,
              y.said as comment
            from reply y
              join run r on r.id = y.run_id
              join study_version v on v.id = r.version_id
            where v.study = :study and r.source not in ('PREVIEW', 'SIMULATED')
            order by v.version_number, r.id, y.id""",
            Tuple.class)
        .addScalar("version", Integer.class)
        .addScalar("participant", String.class)
        .addScalar("question", String.class)
        .addScalar("comment", String.class)
        .setParameter("study", study)
        .setFetchSize(Csv.FETCH_SIZE)
        .getResultStream();
  }
}
