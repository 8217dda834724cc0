package org.xaistudy.server.blinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.KeptVersion;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.decision.Decision.Kind;
import org.xaistudy.server.decision.Decisions;

/**
 * While people can take part, nobody is told whether they are right: who looks at results and then
 * decides when to stop makes p-values mean nothing. Somebody may lift this before the end; then
 * everybody can read that they did, when and why.
 */
@ApplicationScoped
public class Blinding {
  private final KeptVersions kept;
  private final Places places;
  private final Decisions decisions;

  Blinding(KeptVersions kept, Places places, Decisions decisions) {
    this.kept = kept;
    this.places = places;
    this.decisions = decisions;
  }

  /**
   * The version of a study whose truth may not be told yet.
   *
   * @return its number; empty if everything may be told
   */
  @Transactional
  public Optional<Integer> blindVersion(String study) {
    List<KeptVersion> versions = kept.of(study);
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    KeptVersion newest = versions.get(versions.size() - 1);
    boolean told =
        places.isClosed(newest.row())
            || decisions.of(study, newest.number()).stream()
                .anyMatch(decision -> decision.kind() == Kind.UNBLINDED);
    return told ? Optional.empty() : Optional.of(newest.number());
  }

  /**
   * Lets the truth be told before the end.
   *
   * @param by name of the researcher's account
   * @param reason why, as it will be published
   * @return whether there was anything to lift
   */
  @Transactional
  public boolean unblind(String study, String by, String reason) {
    Optional<Integer> blind = blindVersion(study);
    blind.ifPresent(version -> decisions.keep(study, version, by, Kind.UNBLINDED, "", reason));
    return blind.isPresent();
  }
}
