package org.xaistudy.server.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.recruitment.Source;

/** Finds runs. Every method runs inside its caller's transaction. */
@ApplicationScoped
public class Runs {
  private static final int MOST_FOUND = 20;
  private final Places places;
  private final Tokens tokens;
  private final Clock clock;

  Runs(Places places, Tokens tokens, Clock clock) {
    this.places = places;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** The run that a link names. */
  public Optional<Run> find(String token) {
    return Run.find("token", token).singleResultOptional();
  }

  /**
   * The same, locked until the end of the transaction: who sends twice waits and sees the first.
   */
  public Optional<Run> lock(String token) {
    Optional<Run> run = find(token);
    run.ifPresent(found -> Run.getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE));
    return run;
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
            study = ?1 and source <> ?2
              and (completionCode = ?3 or pseudonym = ?4 or reference = ?5 or person in ?6)
            order by id""",
            study,
            Source.PREVIEW,
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

  Optional<Run> ofArrival(String key) {
    return Run.find("arrival", key).singleResultOptional();
  }

  Optional<Run> ofPerson(String study, String person) {
    return Run.find("study = ?1 and person = ?2", study, person).singleResultOptional();
  }
}
