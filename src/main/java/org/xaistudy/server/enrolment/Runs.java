package org.xaistudy.server.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** Finds runs. Every method runs inside its caller's transaction. */
@ApplicationScoped
public class Runs {
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

  /** Deletes a run; the database deletes its trials and answers with it. */
  public void delete(Run run) {
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
