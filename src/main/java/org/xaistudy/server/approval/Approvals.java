package org.xaistudy.server.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xaistudy.server.decision.Decision;
import org.xaistudy.server.decision.Decision.Kind;
import org.xaistudy.server.decision.Decisions;

/** Who was approved or excluded by hand; the last decision about a person counts. */
@ApplicationScoped
public class Approvals {
  private static final Set<Kind> KINDS = Set.of(Kind.APPROVED, Kind.EXCLUDED);
  private final Decisions decisions;
  private final People people;

  Approvals(Decisions decisions, People people) {
    this.decisions = decisions;
    this.people = people;
  }

  /** The last decision about each person, by pseudonym. */
  public Map<String, Decision> of(String study) {
    Map<String, Decision> last = new HashMap<>();
    decisions.of(study).stream()
        .filter(decision -> KINDS.contains(decision.kind()))
        .forEach(decision -> last.put(decision.subject(), decision));
    return last;
  }

  /** Pseudonyms of those whose answers do not count. */
  public Set<String> excluded(String study) {
    return of(study).values().stream()
        .filter(decision -> decision.kind() == Kind.EXCLUDED)
        .map(Decision::subject)
        .collect(Collectors.toSet());
  }

  /**
   * Decides about a person. Nothing is deleted: the answers are marked in {@code responses.csv}.
   *
   * @param by name of the researcher's account
   * @param reason why, as it will be published
   * @return whether there is such a person
   */
  @Transactional
  public boolean decide(String study, String pseudonym, boolean approve, String by, String reason) {
    return people
        .versionOf(study, pseudonym)
        .map(
            version -> {
              Kind kind = approve ? Kind.APPROVED : Kind.EXCLUDED;
              decisions.keep(study, version, by, kind, pseudonym, reason);
              return true;
            })
        .orElse(false);
  }
}
