package org.xaistudy.server.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.recruitment.Source;

/** Finds runs. Every method runs inside its caller's transaction. */
@ApplicationScoped
public class Runs {
  private static final int MOST_FOUND = 20;
  private final Places places;

  Runs(Places places) {
    this.places = places;
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

  Optional<Run> ofArrival(String key) {
    return Run.find("arrival", key).singleResultOptional();
  }

  Optional<Run> ofPerson(String study, String person) {
    return Run.find("study = ?1 and person = ?2", study, person).singleResultOptional();
  }
}
