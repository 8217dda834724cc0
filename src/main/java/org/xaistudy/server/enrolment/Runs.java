package org.xaistudy.server.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.hibernate.Session;

/** Finds runs. Every method runs inside its caller's transaction. */
@ApplicationScoped
public class Runs {
  private final Session session;

  Runs(Session session) {
    this.session = session;
  }

  /** The run that a link names. */
  public Optional<Run> find(String token) {
    return by("token", token);
  }

  /**
   * The same, locked until the end of the transaction: who sends twice waits and sees the first.
   */
  public Optional<Run> lock(String token) {
    Optional<Run> run = find(token);
    run.ifPresent(found -> session.refresh(found, LockModeType.PESSIMISTIC_WRITE));
    return run;
  }

  /** Deletes a run; the database deletes its trials and answers with it. */
  public void delete(Run run) {
    session.flush();
    session.remove(run);
  }

  Optional<Run> ofArrival(String key) {
    return by("arrival", key);
  }

  Optional<Run> ofPerson(String study, String person) {
    return session
        .createSelectionQuery("from Run where study = :study and person = :person", Run.class)
        .setParameter("study", study)
        .setParameter("person", person)
        .uniqueResultOptional();
  }

  private Optional<Run> by(String attribute, String value) {
    return session
        .createSelectionQuery("from Run where " + attribute + " = :value", Run.class)
        .setParameter("value", value)
        .uniqueResultOptional();
  }
}
