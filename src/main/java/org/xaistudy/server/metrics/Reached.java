package org.xaistudy.server.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** How far the people of a study's version got: who stays long at one of these has left there. */
@ApplicationScoped
class Reached {
  private static final List<String> STAGES =
      List.of("consent", "instructions", "trials", "completed", "ended");

  private static final String COUNTS =
      """
      select case
          when ended is not null then 'ended'
          when completed_at is null and instructed_at is null then 'consent'
          when completed_at is null and not exists (
            select 1 from trial join answer on answer.trial_id = trial.id
            where trial.run_id = run.id) then 'instructions'
          when completed_at is null then 'trials'
          else 'completed' end as reached,
        count(*) as people
      from run where version_id = :version and source not in ('PREVIEW', 'SIMULATED') group by 1""";

  private final Session session;

  Reached(Session session) {
    this.session = session;
  }

  /**
   * Counts of people by the last thing they reached.
   *
   * @param version row of the study's version
   * @return a count, 0 too, for each stage: {@code consent} given, {@code instructions} read, a
   *     first of the {@code trials} answered, all of them ({@code completed}), and {@code ended}
   *     early
   */
  Map<String, Long> counts(long version) {
    Map<String, Long> counts = new LinkedHashMap<>();
    STAGES.forEach(stage -> counts.put(stage, 0L));
    session
        .createNativeQuery(COUNTS, Tuple.class)
        .setParameter("version", version)
        .getResultStream()
        .forEach(
            row -> counts.put(row.get("reached", String.class), row.get("people", Long.class)));
    return counts;
  }
}
