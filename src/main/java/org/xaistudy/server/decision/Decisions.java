package org.xaistudy.server.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.xaistudy.server.decision.Decision.Kind;

/** Keeps decisions, in order. */
@ApplicationScoped
public class Decisions {
  /** As many characters as a reason may have. */
  public static final int LONGEST_REASON = 1000;

  private final Clock clock;

  Decisions(Clock clock) {
    this.clock = clock;
  }

  /**
   * Keeps a decision, inside the transaction that carries it out.
   *
   * @param version of the study, counted from 1
   * @param by name of the researcher's account
   * @param subject whom or what it is about; empty for the version
   * @param reason why; empty where none was asked for
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(String study, int version, String by, Kind kind, String subject, String reason) {
    Decision decision = new Decision(version, clock.instant(), by, kind, subject, reason);
    new DecisionRow(study, decision).persist();
  }

  /**
   * Takes a person out of all decisions about them, with the reasons, which may tell something of
   * them. That something was decided stays.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(String subject) {
    DecisionRow.update("subject = 'deleted', reason = 'deleted' where subject = ?1", subject);
  }

  /** All decisions about a study, the earliest first. */
  @Transactional
  public List<Decision> of(String study) {
    return DecisionRow.<DecisionRow>list("study = ?1 order by id", study).stream()
        .map(DecisionRow::decision)
        .toList();
  }

  /** Those about one version. */
  public List<Decision> of(String study, int version) {
    return of(study).stream().filter(decision -> decision.version() == version).toList();
  }
}
