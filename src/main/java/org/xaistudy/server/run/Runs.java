package org.xaistudy.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.assignment.Reservation;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.decision.Decisions;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.recruitment.Source;

/** All runs. Every method runs inside its caller's transaction. */
@ApplicationScoped
public class Runs {
  private static final List<Source> NOT_REAL = List.of(Source.PREVIEW, Source.SIMULATED);
  private static final int MOST_FOUND = 20;
  private static final int CODE_LENGTH = 8;
  private static final int PSEUDONYM_LENGTH = 10;
  private final Places places;
  private final Decisions decisions;
  private final Tokens tokens;
  private final Clock clock;

  Runs(Places places, Decisions decisions, Tokens tokens, Clock clock) {
    this.decisions = decisions;
    this.places = places;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** The run that a link names. */
  public Optional<Run> find(String token) {
    return Run.find("token", token).singleResultOptional();
  }

  /** The same with its standing. */
  Optional<Standing> standing(String token) {
    return standing(token, LockModeType.NONE);
  }

  /**
   * The same, locked until the end of the transaction: who sends twice waits and sees the first.
   */
  Optional<Standing> lock(String token) {
    return standing(token, LockModeType.PESSIMISTIC_WRITE);
  }

  private static Optional<Standing> standing(String token, LockModeType lock) {
    return Run.getEntityManager()
        .createQuery(
            """
            select r as run, (select p.reservedUntil from Place p where p.runId = r.id) as until
            from Run r where r.token = :token""",
            Tuple.class)
        .setParameter("token", token)
        .setLockMode(lock)
        .getResultList()
        .stream()
        .map(
            row ->
                new Standing(
                    row.get("run", Run.class),
                    Optional.ofNullable(row.get("until", Instant.class)).map(Reservation::new)))
        .findFirst();
  }

  /**
   * The runs of real people that bear a name: a completion code, a pseudonym or a platform's
   * reference, or whose person is one of these.
   *
   * @param people keyed hashes of people
   * @return the first {@value #MOST_FOUND}
   */
  public List<Run> named(String study, String name, Collection<String> people) {
    return Run.find(
            """
            study = ?1 and source not in ?2
              and (completionCode = ?3 or pseudonym = ?4 or reference = ?5 or person in ?6)
            order by id""",
            study,
            NOT_REAL,
            name.toUpperCase(Locale.ROOT),
            name.toLowerCase(Locale.ROOT),
            name,
            people)
        .page(0, MOST_FOUND)
        .list();
  }

  /** Deletes a run; the database deletes its trials and answers with it. */
  public void delete(Run run) {
    places.forget(run.occupant());
    decisions.forget(run.pseudonym());
    Run.flush();
    run.delete();
  }

  /** Rows of the runs of a study that began at this time or before, the oldest first. */
  public List<Long> begunBy(String study, Instant time) {
    return ids("study = ?1 and consentedAt <= ?2", study, time);
  }

  /** Those of them that something still leads to. */
  public List<Long> linkedAndBegunBy(String study, Instant time) {
    return ids("study = ?1 and consentedAt <= ?2 and unlinkedAt is null", study, time);
  }

  /**
   * Erases what leads from a platform's person, a link or a code to a run.
   *
   * @return whether there was anything to erase
   */
  public boolean unlink(long id) {
    Optional<Run> run = lock(id).filter(found -> found.unlinkedAt == null);
    run.ifPresent(found -> found.unlink(tokens, clock.instant()));
    return run.isPresent();
  }

  /**
   * Deletes a run whose time is over. The place of somebody who finished stays taken: the study has
   * had its answers.
   *
   * @return whether it was there
   */
  public boolean expire(long id) {
    Optional<Run> run = lock(id);
    run.ifPresent(
        found -> {
          if (!found.isCompleted()) {
            places.release(found.occupant());
          }
          delete(found);
        });
    return run.isPresent();
  }

  private static List<Long> ids(String where, Object... parameters) {
    return Run.find("select id from Run where " + where + " order by id", parameters)
        .project(Long.class)
        .list();
  }

  /** Of several replicas, the second finds nothing left to do. */
  private static Optional<Run> lock(long id) {
    return Run.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Begins a run and stores it.
   *
   * @param arm a method, or an order of all of them
   */
  public Run begin(OpenStudy study, String arm, Newcomer newcomer) {
    Run run = new Run(study, arm, newcomer, clock.instant());
    run.token = tokens.secret();
    run.pseudonym = tokens.readable(PSEUDONYM_LENGTH).toLowerCase(Locale.ROOT);
    run.completionCode = tokens.readable(CODE_LENGTH);
    run.persist();
    return run;
  }

  /**
   * The run of an arrival, or of a person who came to this study before by another one. In SQL and
   * as two searches, because a database that has not counted its rows yet reads all of them for a
   * condition with "or".
   */
  public Optional<Run> of(String study, String arrival, Optional<String> person) {
    List<Run> found =
        Run.getSession()
            .createNativeQuery(
                """
                select * from run where arrival = :arrival
                union all
                select * from run where study = :study and person = :person and arrival <> :arrival""",
                Run.class)
            .setParameter("arrival", arrival)
            .setParameter("study", study)
            .setParameter("person", person.orElse(""))
            .getResultList();
    return found.stream()
        .filter(run -> run.arrival.equals(arrival))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  /** How many simulated people have begun with a method. */
  public int simulated(OpenStudy study, String method) {
    return (int)
        Run.count(
            "versionId = ?1 and method = ?2 and source = ?3",
            study.version(),
            method,
            Source.SIMULATED);
  }

  /** How many of these runs hold a place, in time, and have not answered anything. */
  public long unanswered(Collection<Long> ids) {
    return Run.getEntityManager()
        .createQuery(
            """
            select count(r.id) from Run r
            where r.id in :ids and exists (
                select 1 from Place p where p.runId = r.id and p.reservedUntil > :now)
              and not exists (
                select 1 from Answer a join Trial t on t.id = a.trialId where t.runId = r.id)""",
            Long.class)
        .setParameter("ids", ids)
        .setParameter("now", clock.instant())
        .getSingleResult();
  }

  /**
   * The arm of the latest of these runs that holds a place, in time, and has not come to its end.
   */
  public Optional<String> armAtWork(Collection<Long> ids) {
    return Run.getEntityManager()
        .createQuery(
            """
            select r.method from Run r
            where r.id in :ids and r.completedAt is null and exists (
                select 1 from Place p where p.runId = r.id and p.reservedUntil > :now)
            order by r.id desc""",
            String.class)
        .setParameter("ids", ids)
        .setParameter("now", clock.instant())
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  /**
   * Whether a person took part in one of these studies.
   *
   * @param people keyed hash of the person, which differs from study to study, by the study's id
   */
  public boolean anyOf(Map<String, String> people) {
    return !people.isEmpty()
        && Run.<Run>list("study in ?1 and person in ?2", people.keySet(), people.values()).stream()
            .anyMatch(run -> Objects.equals(run.person, people.get(run.study)));
  }
}
