package org.xaistudy.server.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.StudyKeys;
import org.xaistudy.server.bundle.StudyVersion;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.recruitment.Referral;
import org.xaistudy.server.recruitment.Source;
import org.xaistudy.server.trial.Trials;

/** Takes people in. */
@ApplicationScoped
public class Enrolment {
  private static final int CODE_LENGTH = 8;
  private static final int PSEUDONYM_LENGTH = 10;
  private final Runs runs;
  private final Places places;
  private final Trials trials;
  private final Tokens tokens;
  private final StudyKeys keys;
  private final Clock clock;

  Enrolment(Runs runs, Places places, Trials trials, Tokens tokens, StudyKeys keys, Clock clock) {
    this.runs = runs;
    this.places = places;
    this.trials = trials;
    this.tokens = tokens;
    this.keys = keys;
    this.clock = clock;
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
    Optional<Run> known =
        runs.ofArrival(arrival.key())
            .or(() -> person.flatMap(hash -> runs.ofPerson(study.id(), hash)));
    if (known.isPresent()) {
      return new Admission.Taken(known.get());
    }
    if (arrival.preview().isPresent()) {
      return new Admission.Taken(preview(study, arrival));
    }
    return tookPartBefore(study, arrival)
        ? new Admission.Repeated()
        : participate(study, arrival, person);
  }

  /** All decisions about one study follow one another, on however many replicas. */
  private void lock(OpenStudy study) {
    StudyVersion.findById(study.version(), LockModeType.PESSIMISTIC_WRITE);
  }

  private boolean tookPartBefore(OpenStudy study, Arrival arrival) {
    Optional<String> id = arrival.referral().participant();
    return id.isPresent()
        && study.study().excludeParticipantsOf().stream()
            .anyMatch(
                earlier ->
                    keys.pseudonym(earlier, id.get())
                        .flatMap(hash -> runs.ofPerson(earlier, hash))
                        .isPresent());
  }

  private Admission participate(OpenStudy study, Arrival arrival, Optional<String> person) {
    Optional<Places.Offer> offer = places.next(study);
    if (offer.isEmpty()) {
      return new Admission.Full();
    }
    Referral referral = arrival.referral();
    Run run = begin(study, arrival, offer.get().method(), referral.source());
    run.person = person.orElse(null);
    run.reference = referral.reference().orElse(null);
    run.submitTo = referral.submitTo().orElse(null);
    places.reserve(offer.get(), run.occupant());
    trials.draw(study, run.id, run.method, run.seed);
    return new Admission.Taken(run);
  }

  private Run preview(OpenStudy study, Arrival arrival) {
    Run run = begin(study, arrival, arrival.preview().orElseThrow(), Source.PREVIEW);
    trials.draw(study, run.id, run.method, run.seed);
    return run;
  }

  private Run begin(OpenStudy study, Arrival arrival, String method, Source source) {
    Run run = new Run();
    run.versionId = study.version();
    run.study = study.id();
    run.method = method;
    run.source = source;
    run.token = tokens.secret();
    run.arrival = arrival.key();
    run.pseudonym = tokens.readable(PSEUDONYM_LENGTH).toLowerCase(java.util.Locale.ROOT);
    run.completionCode = tokens.readable(CODE_LENGTH);
    run.language = arrival.language().toLanguageTag();
    run.consentVersion = study.study().consent().version();
    run.consentedAt = clock.instant();
    run.persist();
    run.seed = seed(study.study().seed(), run.id);
    return run;
  }

  /** Spreads neighbouring runs over all seeds (the finaliser of SplitMix64). */
  private static long seed(long studySeed, long run) {
    long z = studySeed + run * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
