package org.xaistudy.server.export;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.xaistudy.server.page.CsvText;
import org.xaistudy.server.questionnaire.Replies;
import org.xaistudy.server.trial.FurtherAsJson;
import org.xaistudy.studies.FurtherQuestion;

/**
 * {@code comments.csv}: what people wrote in words of their own, in the questionnaire, and then,
 * with the number of the trial, about pictures. They may have written who they are, so it is for
 * the researcher only; {@code participants.csv} and {@code responses.csv} say merely that they
 * wrote something.
 */
@ApplicationScoped
public class CommentExport implements Table {
  private static final List<String> HEADER =
      List.of("version", "participant", "question", "comment", "trial");
  private final Session session;
  private final Replies replies;

  private final FurtherColumns further;

  CommentExport(Session session, Replies replies, FurtherColumns further) {
    this.further = further;
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
    List<String> words =
        further.of(study).stream()
            .filter(FurtherColumns::isWords)
            .map(FurtherQuestion::id)
            .toList();
    Stream<List<String>> replied =
        rows(study)
            .filter(row -> replies.isFreeText(study, row.get("question", String.class)))
            .map(CommentExport::reply);
    Stream<List<String>> said = words.isEmpty() ? Stream.of() : answers(study, words);
    CsvText.write(out, HEADER, Stream.concat(replied, said));
  }

  private static List<String> reply(Tuple row) {
    List<String> cells = new ArrayList<>(Csv.cells(row, HEADER.subList(0, HEADER.size() - 1)));
    cells.add("");
    return cells;
  }

  private Stream<List<String>> answers(String study, List<String> words) {
    return session
        .createNativeQuery(
            """
            select v.version_number as version, r.pseudonym as participant, a.further as further,
              (select count(*) from trial b
                where b.run_id = r.id and b.kind = 'TRIAL' and b.position_in_run <= t.position_in_run)
                as trial
            from answer a
              join trial t on t.id = a.trial_id
              join run r on r.id = t.run_id
              join study_version v on v.id = r.version_id
            where v.study = :study and t.kind = 'TRIAL' and a.further is not null
              and r.source not in ('PREVIEW', 'SIMULATED')
            order by v.version_number, r.id, t.position_in_run""",
            Tuple.class)
        .addScalar("version", Integer.class)
        .addScalar("participant", String.class)
        .addScalar("further", String.class)
        .addScalar("trial", Integer.class)
        .setParameter("study", study)
        .setFetchSize(Csv.FETCH_SIZE)
        .getResultStream()
        .flatMap(row -> words(row, words));
  }

  private static Stream<List<String>> words(Tuple row, List<String> questions) {
    Map<String, String> said = FurtherAsJson.read(row.get("further", String.class));
    return questions.stream()
        .filter(said::containsKey)
        .map(
            question ->
                List.of(
                    row.get("version").toString(),
                    row.get("participant", String.class),
                    question,
                    said.getOrDefault(question, ""),
                    row.get("trial").toString()));
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
