package org.xaistudy.server.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.xaistudy.analysis.distribution.Median;
import org.xaistudy.server.decision.Decision;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.studies.Study;

/** Reads how people went about a study. Whether they were right is not asked. */
@ApplicationScoped
public class People {
  /** Under so much nobody has looked at a picture, where the plan says nothing of it. */
  private static final int FAST_MS = 1000;

  private static final int FEW = 4;
  private final Session session;

  People(Session session) {
    this.session = session;
  }

  /** The version that a person took part in; empty if there is no such person. */
  Optional<Integer> versionOf(String study, String pseudonym) {
    return session
        .createNativeQuery(
            """
            select v.version_number from run r join study_version v on v.id = r.version_id
            where r.study = :study and r.pseudonym = :pseudonym
              and r.source not in ('PREVIEW', 'SIMULATED')""",
            Integer.class)
        .setParameter("study", study)
        .setParameter("pseudonym", pseudonym)
        .getResultStream()
        .findFirst();
  }

  private static final class Answers {
    private final List<Integer> times = new ArrayList<>();
    private final Map<String, Integer> different = new HashMap<>();
    private int failed;
    private int focusLosses;
  }

  /**
   * Everybody of one version, the latest first.
   *
   * @param version row of the version
   * @param decisions the last one about each person
   */
  @Transactional
  public List<Conduct> of(Study study, long version, Map<String, Decision> decisions) {
    int fast =
        study.analysis().exclude().stream()
            .flatMap(List::stream)
            .flatMap(rule -> rule.medianMs().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(FAST_MS);
    Map<Long, Answers> answers = answers(version);
    return session
        .createNativeQuery(
            """
            select r.id as run, r.pseudonym as pseudonym, r.method as method, r.source as source,
              r.consented_at as began, r.completed_at as completed, r.ended as ended,
              r.comprehension_tries as tries, p.id is not null as holds,
              case when r.device is null then 0 else
                count(*) over (partition by r.device) - 1 end as same_device
            from run r left join place p on p.run_id = r.id
            where r.version_id = :version and r.source not in ('PREVIEW', 'SIMULATED')
            order by r.id desc""",
            Tuple.class)
        .addScalar("run", Long.class)
        .addScalar("pseudonym", String.class)
        .addScalar("method", String.class)
        .addScalar("source", String.class)
        .addScalar("began", Instant.class)
        .addScalar("completed", Instant.class)
        .addScalar("ended", String.class)
        .addScalar("tries", Integer.class)
        .addScalar("holds", Boolean.class)
        .addScalar("same_device", Integer.class)
        .setParameter("version", version)
        .getResultStream()
        .map(
            row ->
                conduct(
                    row,
                    answers.getOrDefault(row.get("run", Long.class), new Answers()),
                    fast,
                    decisions))
        .toList();
  }

  private Map<Long, Answers> answers(long version) {
    Map<Long, Answers> byRun = new HashMap<>();
    session
        .createNativeQuery(
            """
            select t.run_id as run, t.kind as kind, a.said as said, a.confidence as confidence,
              a.clarity as clarity, a.response_time_ms as took,
              coalesce(a.focus_losses, 0) as losses,
              case when t.kind = 'ATTENTION' and not (%s) then 1 else 0 end as failed
            from answer a join trial t on t.id = a.trial_id join run r on r.id = t.run_id
            where r.version_id = :version and t.kind in ('TRIAL', 'ATTENTION')"""
                .formatted(Judgement.AS_ASKED),
            Tuple.class)
        .addScalar("run", Long.class)
        .addScalar("kind", String.class)
        .addScalar("said", String.class)
        .addScalar("confidence", Integer.class)
        .addScalar("clarity", Integer.class)
        .addScalar("took", Long.class)
        .addScalar("losses", Integer.class)
        .addScalar("failed", Integer.class)
        .setParameter("version", version)
        .getResultStream()
        .forEach(
            row -> add(row, byRun.computeIfAbsent(row.get("run", Long.class), r -> new Answers())));
    return byRun;
  }

  private static void add(Tuple row, Answers answers) {
    answers.failed += row.get("failed", Integer.class);
    answers.focusLosses += row.get("losses", Integer.class);
    if (row.get("kind", String.class).equals("TRIAL")) {
      answers.times.add(row.get("took", Long.class).intValue());
      String said =
          row.get("said", String.class)
              + "/"
              + row.get("confidence", Integer.class)
              + "/"
              + row.get("clarity", Integer.class);
      answers.different.merge(said, 1, Integer::sum);
    }
  }

  private static Conduct conduct(
      Tuple row, Answers answers, int fast, Map<String, Decision> decisions) {
    String pseudonym = row.get("pseudonym", String.class);
    Instant began = row.get("began", Instant.class);
    Instant completed = row.get("completed", Instant.class);
    int[] times = answers.times.stream().mapToInt(Integer::intValue).toArray();
    double median = times.length == 0 ? 0 : Median.of(Arrays.stream(times).asDoubleStream());
    return new Conduct(
        pseudonym,
        row.get("method", String.class),
        row.get("source", String.class).toLowerCase(Locale.ROOT),
        began,
        Optional.ofNullable(completed).map(end -> Duration.between(began, end)),
        times.length,
        (int) Math.round(median),
        times.length > 0 && median < fast && Arrays.stream(times).anyMatch(time -> time > 0),
        times.length >= FEW && answers.different.size() == 1,
        answers.failed,
        row.get("tries", Integer.class),
        answers.focusLosses,
        row.get("same_device", Integer.class),
        outcome(row),
        decisions.get(pseudonym));
  }

  private static String outcome(Tuple row) {
    String ended = row.get("ended", String.class);
    if (ended != null) {
      return ended.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    if (row.get("completed", Instant.class) != null) {
      return "completed";
    }
    return row.get("holds", Boolean.class) ? "unfinished" : "left";
  }
}
