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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.xaistudy.server.page.CsvText;
import org.xaistudy.server.questionnaire.Replies;
import org.xaistudy.server.recruitment.Source;
import org.xaistudy.server.run.Colours;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.studies.responses.CsvRow;
import org.xaistudy.studies.responses.ParticipantColumn;
import org.xaistudy.studies.responses.ParticipantOutcome;

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
    CsvText.write(out, header, rows(study).map(row -> cells(row, questions, freeTexts)));
  }

  private Stream<Tuple> rows(String study) {
    return session
        .createNativeQuery(
            """
            select v.study as study, v.version_number as version, r.pseudonym as participant,
              r.method as method, r.source as source, r.language as language,
              r.consent_version as consent_version, r.consented_at as consented_at,
              r.completed_at as completed_at, p.id is not null as holds_place, r.ended as ended,
              r.comprehension_tries as comprehension_tries, r.colours as colours,
              r.viewport_width as viewport_width, r.viewport_height as viewport_height,
              r.edition_number as edition,
              (select sum(case when %s then 0 else 1 end)
                from trial t join answer a on a.trial_id = t.id
                where t.run_id = r.id and t.kind = 'ATTENTION') as attention_failed,
              r.id as run
            from run r
              join study_version v on v.id = r.version_id
              left join place p on p.run_id = r.id
            where v.study = :study and r.source not in ('PREVIEW', 'SIMULATED')
            order by v.version_number, r.id"""
                .formatted(Judgement.AS_ASKED),
            Tuple.class)
        .addScalar("study", String.class)
        .addScalar("version", Integer.class)
        .addScalar("participant", String.class)
        .addScalar("method", String.class)
        .addScalar("source", String.class)
        .addScalar("language", String.class)
        .addScalar("consent_version", Integer.class)
        .addScalar("consented_at", Instant.class)
        .addScalar("completed_at", Instant.class)
        .addScalar("holds_place", Boolean.class)
        .addScalar("ended", String.class)
        .addScalar("comprehension_tries", Integer.class)
        .addScalar("colours", String.class)
        .addScalar("viewport_width", Integer.class)
        .addScalar("viewport_height", Integer.class)
        .addScalar("edition", Integer.class)
        .addScalar("attention_failed", Integer.class)
        .addScalar("run", Long.class)
        .setParameter("study", study)
        .setFetchSize(Csv.FETCH_SIZE)
        .getResultStream();
  }

  private List<String> cells(Tuple row, List<String> questions, Set<String> freeTexts) {
    List<String> cells = new ArrayList<>(cells(row));
    Map<String, String> said =
        questions.isEmpty() ? Map.of() : replies.of(row.get("run", Long.class));
    for (String question : questions) {
      boolean hidden = said.containsKey(question) && freeTexts.contains(question);
      cells.add(hidden ? ParticipantColumn.SOMETHING : said.getOrDefault(question, ""));
    }
    return cells;
  }

  /**
   * Without the replies. What nobody was asked is an empty cell. Nothing here leads to a person: no
   * platform's id, no session, no code.
   */
  private static List<String> cells(Tuple row) {
    int tries = row.get("comprehension_tries", Integer.class);
    return new CsvRow<>(ParticipantColumn.class)
        .with(ParticipantColumn.STUDY, row.get("study"))
        .with(ParticipantColumn.VERSION, row.get("version"))
        .with(ParticipantColumn.PARTICIPANT, row.get("participant"))
        .with(ParticipantColumn.METHOD, row.get("method"))
        .with(ParticipantColumn.SOURCE, Source.valueOf(row.get("source", String.class)).written())
        .with(ParticipantColumn.LANGUAGE, row.get("language"))
        .with(ParticipantColumn.CONSENT_VERSION, row.get("consent_version"))
        .with(ParticipantColumn.CONSENTED_AT, row.get("consented_at"))
        .with(ParticipantColumn.COMPLETED_AT, row.get("completed_at"))
        .with(ParticipantColumn.OUTCOME, outcome(row).written())
        .with(ParticipantColumn.COMPREHENSION_TRIES, tries == 0 ? null : tries)
        .with(ParticipantColumn.ATTENTION_FAILED, row.get("attention_failed"))
        .with(
            ParticipantColumn.COLOURS, Colours.valueOf(row.get("colours", String.class)).written())
        .with(ParticipantColumn.VIEWPORT_WIDTH, row.get("viewport_width"))
        .with(ParticipantColumn.VIEWPORT_HEIGHT, row.get("viewport_height"))
        .with(ParticipantColumn.EDITION, row.get("edition"))
        .cells();
  }

  private static ParticipantOutcome outcome(Tuple row) {
    return Outcomes.of(
        row.get("ended", String.class),
        row.get("completed_at") != null,
        row.get("holds_place", Boolean.class));
  }
}
