package org.xaistudy.server.export;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.xaistudy.server.questionnaire.Replies;
import org.xaistudy.server.run.Colours;
import org.xaistudy.studies.responses.ParticipantColumn;

/**
 * {@code participants.csv}: one row a real participant, with the replies to the questionnaire of
 * all versions of the study.
 */
@ApplicationScoped
public class ParticipantExport implements Table {
  private final Session session;
  private final Replies replies;

  ParticipantExport(Session session, Replies replies) {
    this.session = session;
    this.replies = replies;
  }

  @Override
  public String name() {
    return "participants.csv";
  }

  @Override
  @Transactional
  @TransactionConfiguration(timeout = Csv.TIMEOUT)
  public void write(String study, Appendable out) throws IOException {
    List<String> questions = replies.questions(study);
    List<String> header = new ArrayList<>(ParticipantColumn.headers());
    questions.forEach(question -> header.add(ParticipantColumn.QUESTION + question));
    Set<String> freeTexts =
        questions.stream()
            .filter(question -> replies.isFreeText(study, question))
            .collect(Collectors.toSet());
    Csv.write(out, header, rows(study).map(row -> cells(row, questions, freeTexts)));
  }

  private Stream<Object[]> rows(String study) {
    return session
        .createNativeQuery(
            """
            select v.study, v.version_number, r.pseudonym, r.method, r.source, r.language,
              r.consent_version, r.consented_at, r.completed_at, p.id as place,
              r.ended, r.comprehension_tries, r.colours, r.viewport_width, r.viewport_height,
              (select sum(case when a.said_used = t.artefact_used
                    and a.confidence = t.asked_confidence and a.clarity = t.asked_clarity
                  then 0 else 1 end)
                from trial t join answer a on a.trial_id = t.id
                where t.run_id = r.id and t.kind = 'ATTENTION') as attention_failed,
              r.id as run
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
        .addScalar("ended", String.class)
        .addScalar("comprehension_tries", Integer.class)
        .addScalar("colours", String.class)
        .addScalar("viewport_width", Integer.class)
        .addScalar("viewport_height", Integer.class)
        .addScalar("attention_failed", Integer.class)
        .addScalar("run", Long.class)
        .setParameter("study", study)
        .setFetchSize(Csv.FETCH_SIZE)
        .getResultStream();
  }

  private List<String> cells(Object[] row, List<String> questions, Set<String> freeTexts) {
    List<String> cells = new ArrayList<>(read(row).cells());
    Map<String, String> said = questions.isEmpty() ? Map.of() : replies.of((Long) row[16]);
    for (String question : questions) {
      boolean hidden = said.containsKey(question) && freeTexts.contains(question);
      cells.add(hidden ? ParticipantColumn.SOMETHING : said.getOrDefault(question, ""));
    }
    return cells;
  }

  private static ParticipantRow read(Object[] row) {
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
        Outcomes.of((String) row[10], row[8] != null, row[9] != null),
        (Integer) row[11],
        (Integer) row[15],
        Colours.valueOf((String) row[12]).written(),
        (Integer) row[13],
        (Integer) row[14]);
  }
}
