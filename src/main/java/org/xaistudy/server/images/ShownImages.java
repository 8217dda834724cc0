package org.xaistudy.server.images;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import org.xaistudy.server.trial.Kind;

/**
 * Which stimulus a run may see at a position. What it may see once, it may see for good, so that a
 * page's pictures ask the database once, and pictures asked for again not at all.
 */
@ApplicationScoped
class ShownImages {
  /** Ten positions of each of some thousand people who are there at the same time. */
  private static final int MOST = 50_000;

  private static final Duration KEPT = Duration.ofMinutes(10);
  private final EntityManager database;
  private final Cache<Position, Shown> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  ShownImages(EntityManager database) {
    this.database = database;
  }

  private record Position(String token, int position) {}

  /**
   * What is shown.
   *
   * @param version row of the study's version
   * @param arm the run's arm
   * @param method id of the method; the arm at position 0
   * @param kind what the trial is for; that of practice for the examples
   * @param stimulus id; empty at position 0, which stands for the examples
   * @param rightAnswer on which the order of several explanations depends; empty where none is
   *     right
   */
  record Shown(
      long version,
      String arm,
      String method,
      Kind kind,
      Optional<String> stimulus,
      Optional<String> rightAnswer) {}

  /**
   * What is shown at a position: those up to the one after the next, so that it can be preloaded.
   *
   * @param position from 1; 0 for the examples in the instructions
   * @return empty if there is no such run, or nothing that it may see there
   */
  @Transactional
  Optional<Shown> at(String token, int position) {
    Position key = new Position(token, position);
    Shown cached = known.getIfPresent(key);
    if (cached != null) {
      return Optional.of(cached);
    }
    Optional<Shown> found = position == 0 ? examples(token) : trial(token, position);
    found.ifPresent(shown -> known.put(key, shown));
    return found;
  }

  private Optional<Shown> examples(String token) {
    return database
        .createQuery(
            "select r.versionId as version, r.method as arm, r.method as method from Run r where r.token = :token",
            Tuple.class)
        .setParameter("token", token)
        .getResultStream()
        .map(row -> shown(row, Kind.PRACTICE, Optional.empty(), Optional.empty()))
        .findFirst();
  }

  private Optional<Shown> trial(String token, int position) {
    return database
        .createQuery(
            """
            select r.versionId as version, r.method as arm, t.method as method, t.kind as kind,
              t.stimulus as stimulus, t.rightAnswer as right
            from Run r join Trial t on t.runId = r.id
            where r.token = :token and t.positionInRun = :position and t.stimulus is not null
              and (select count(u.id) from Trial u
                where u.runId = r.id and u.positionInRun < :position - 1
                  and not exists (select 1 from Answer a where a.trialId = u.id)) = 0""",
            Tuple.class)
        .setParameter("token", token)
        .setParameter("position", position)
        .getResultStream()
        .map(
            row ->
                shown(
                    row,
                    row.get("kind", Kind.class),
                    Optional.of(row.get("stimulus", String.class)),
                    Optional.ofNullable(row.get("right", String.class))))
        .findFirst();
  }

  private static Shown shown(
      Tuple row, Kind kind, Optional<String> stimulus, Optional<String> rightAnswer) {
    return new Shown(
        row.get("version", Long.class),
        row.get("arm", String.class),
        row.get("method", String.class),
        kind,
        stimulus,
        rightAnswer);
  }
}
