package org.xaistudy.server.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.Session;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.StudyVersion;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.trial.Trials;

/** Takes people in. */
@ApplicationScoped
public class Enrolment {
  private static final int CODE_LENGTH = 8;
  private static final int PSEUDONYM_LENGTH = 10;
  private final Session session;
  private final Runs runs;
  private final Places places;
  private final Trials trials;
  private final Tokens tokens;
  private final Clock clock;

  Enrolment(Session session, Runs runs, Places places, Trials trials, Tokens tokens, Clock clock) {
    this.session = session;
    this.runs = runs;
    this.places = places;
    this.trials = trials;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Takes a person in, once per arrival: a second call with the same key gives the same run.
   *
   * @return the run; empty if the study is full
   */
  @Transactional
  public Optional<Run> enrol(OpenStudy study, Arrival arrival) {
    lock(study);
    Optional<Run> known = runs.ofArrival(arrival.key());
    if (known.isPresent()) {
      return known;
    }
    return arrival.preview().isPresent()
        ? Optional.of(preview(study, arrival))
        : participate(study, arrival);
  }

  /** All decisions about one study follow one another, on however many replicas. */
  private void lock(OpenStudy study) {
    session.find(StudyVersion.class, study.version(), LockModeType.PESSIMISTIC_WRITE);
  }

  private Optional<Run> participate(OpenStudy study, Arrival arrival) {
    Optional<Places.Offer> offer = places.next(study);
    return offer.map(
        place -> {
          Run run = begin(study, arrival, place.method(), Source.LINK);
          places.reserve(place, run.occupant());
          trials.draw(study, run.id, run.method, run.seed);
          return run;
        });
  }

  private Run preview(OpenStudy study, Arrival arrival) {
    Run run = begin(study, arrival, arrival.preview().orElseThrow(), Source.PREVIEW);
    trials.draw(study, run.id, run.method, run.seed);
    return run;
  }

  private Run begin(OpenStudy study, Arrival arrival, String method, Source source) {
    Run run = new Run();
    run.versionId = study.version();
    run.method = method;
    run.source = source;
    run.token = tokens.secret();
    run.arrival = arrival.key();
    run.pseudonym = tokens.readable(PSEUDONYM_LENGTH).toLowerCase(java.util.Locale.ROOT);
    run.completionCode = tokens.readable(CODE_LENGTH);
    run.language = arrival.language().toLanguageTag();
    run.consentVersion = study.study().consent().version();
    run.consentedAt = clock.instant();
    session.persist(run);
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
