package org.xaistudy.server.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.StudyState;
import org.xaistudy.server.bundle.StudyVersion;
import org.xaistudy.server.decision.Decision;
import org.xaistudy.server.decision.Decision.Kind;
import org.xaistudy.server.decision.Decisions;

/**
 * Steps in the life of a study's version. Each is one transaction under the version's lock, so that
 * whoever arrives meanwhile comes before or after it, on however many replicas.
 */
@ApplicationScoped
public class Lifecycle {
  /** As many places as one step can add to each arm. */
  public static final int MOST_PLACES = 1000;

  private final Places places;
  private final Decisions decisions;

  Lifecycle(Places places, Decisions decisions) {
    this.places = places;
    this.decisions = decisions;
  }

  /**
   * Brings a study into another state. Closing ends the runs of those who are at work, because from
   * then on the truth may be known.
   *
   * @param by name of the researcher's account
   * @param reason why, as it will be published; may be empty
   * @throws RefusedException if this state may not follow
   */
  @Transactional
  public void become(OpenStudy study, StudyState next, String by, String reason) {
    StudyVersion version = locked(study);
    if (!version.state().mayBecome(next, version.isFrozen())) {
      throw new RefusedException(
          "%s: what is %s cannot become %s%s"
              .formatted(
                  study.id(),
                  version.state().written(),
                  next.written(),
                  version.isFrozen() ? " after somebody took part" : ""));
    }
    version.become(next);
    if (next == StudyState.CLOSED) {
      places.close(study);
    }
    decisions.keep(study.id(), study.number(), by, Kind.valueOf(next.name()), "", reason);
  }

  /**
   * Adds places: further blocks of the same draw, so that who could not foresee the first ones
   * cannot foresee these.
   *
   * @param more how many for each arm, at least 1
   * @param by name of the researcher's account
   * @param reason why, as it will be published
   * @throws RefusedException if the results may have been seen already: to go on until they please
   *     makes p-values mean nothing
   */
  @Transactional
  public void topUp(OpenStudy study, int more, String by, String reason) {
    if (more < 1 || more > MOST_PLACES) {
      throw new RefusedException("places: expected 1 to " + MOST_PLACES + ", found " + more);
    }
    StudyVersion version = locked(study);
    if (places.isClosed(study.version())) {
      throw new RefusedException(
          study.id()
              + ": everybody has finished, or it is closed, and the results may have been seen;"
              + " a study with more people is a new one");
    }
    if (resultsWereSeen(study)) {
      throw new RefusedException(
          study.id()
              + ": somebody has looked at the results, and people must not come until they please;"
              + " a study with more people is a new one");
    }
    version.widen(version.placesPerArm(study.study().design().participantsPerArm()) + more);
    places.layOut(study);
    decisions.keep(study.id(), study.number(), by, Kind.TOPPED_UP, String.valueOf(more), reason);
  }

  private boolean resultsWereSeen(OpenStudy study) {
    return decisions.of(study.id(), study.number()).stream()
        .map(Decision::kind)
        .anyMatch(kind -> kind == Kind.LOOKED || kind == Kind.UNBLINDED);
  }

  private static StudyVersion locked(OpenStudy study) {
    StudyVersion version = StudyVersion.findById(study.version(), LockModeType.PESSIMISTIC_WRITE);
    if (version == null) {
      throw new RefusedException(study.id() + ": another server has read other files since");
    }
    return version;
  }
}
