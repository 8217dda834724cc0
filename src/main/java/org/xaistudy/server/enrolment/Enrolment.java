package org.xaistudy.server.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.StudyKeys;
import org.xaistudy.server.bundle.StudyVersion;
import org.xaistudy.server.run.Newcomer;
import org.xaistudy.server.run.Run;
import org.xaistudy.server.run.Runs;
import org.xaistudy.server.trial.Trials;

/** Takes people in. */
@ApplicationScoped
public class Enrolment {
  private final Runs runs;
  private final Places places;
  private final Trials trials;
  private final StudyKeys keys;

  Enrolment(Runs runs, Places places, Trials trials, StudyKeys keys) {
    this.runs = runs;
    this.places = places;
    this.trials = trials;
    this.keys = keys;
  }

  /**
   * Takes a person in, once per arrival and once per person of a platform: a second call gives the
   * same run.
   */
  @Transactional
  public Admission enrol(OpenStudy study, Arrival arrival) {
    lock(study);
    Optional<String> person =
        arrival.referral().participant().flatMap(id -> keys.pseudonym(study.id(), id));
    Newcomer newcomer = new Newcomer(arrival.key(), arrival.language(), arrival.referral(), person);
    Optional<Run> known = runs.of(study.id(), arrival.key(), person);
    if (known.isPresent()) {
      return new Admission.Taken(known.get());
    }
    if (arrival.preview().isPresent()) {
      return new Admission.Taken(begin(study, arrival.preview().get(), newcomer.previewing()));
    }
    return tookPartBefore(study, arrival) ? new Admission.Repeated() : participate(study, newcomer);
  }

  /** All decisions about one study follow one another, on however many replicas. */
  private void lock(OpenStudy study) {
    StudyVersion.findById(study.version(), LockModeType.PESSIMISTIC_WRITE);
  }

  private boolean tookPartBefore(OpenStudy study, Arrival arrival) {
    Map<String, String> people = new HashMap<>();
    for (String earlier : study.study().excludeParticipantsOf()) {
      arrival
          .referral()
          .participant()
          .flatMap(id -> keys.pseudonym(earlier, id))
          .ifPresent(hash -> people.put(earlier, hash));
    }
    return runs.anyOf(people);
  }

  private Admission participate(OpenStudy study, Newcomer newcomer) {
    Optional<Places.Offer> offer = places.next(study);
    if (offer.isEmpty()) {
      return new Admission.Full();
    }
    Run run = begin(study, offer.get().method(), newcomer);
    places.reserve(offer.get(), run.occupant());
    return new Admission.Taken(run);
  }

  private Run begin(OpenStudy study, String method, Newcomer newcomer) {
    Run run = runs.begin(study, method, newcomer);
    trials.draw(study, run.id(), method, run.seed());
    return run;
  }
}
