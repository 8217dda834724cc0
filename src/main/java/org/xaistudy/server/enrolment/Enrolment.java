package org.xaistudy.server.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.assignment.Reservation;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.StudyKeys;
import org.xaistudy.server.bundle.StudyState;
import org.xaistudy.server.bundle.StudyVersion;
import org.xaistudy.server.recruitment.Source;
import org.xaistudy.server.run.Course;
import org.xaistudy.server.run.Newcomer;
import org.xaistudy.server.run.Participation;
import org.xaistudy.server.run.Run;
import org.xaistudy.server.run.Runs;
import org.xaistudy.server.trial.Seat;
import org.xaistudy.server.trial.TrialSequence;
import org.xaistudy.server.trial.Trials;
import org.xaistudy.studies.Arm;

/** Takes people in. */
@ApplicationScoped
public class Enrolment {
  private final Runs runs;
  private final Places places;
  private final Trials trials;
  private final StudyKeys keys;
  private final ArrivalQueue queue;
  private final IdleRuns idle;
  private final Participation participation;

  Enrolment(
      Runs runs,
      Places places,
      Trials trials,
      StudyKeys keys,
      ArrivalQueue queue,
      IdleRuns idle,
      Participation participation) {
    this.participation = participation;
    this.idle = idle;
    this.queue = queue;
    this.runs = runs;
    this.places = places;
    this.trials = trials;
    this.keys = keys;
  }

  /**
   * Takes a person in, once per arrival and once per person of a platform: a second call gives the
   * same run.
   */
  public Admission enrol(OpenStudy study, Arrival arrival) {
    return queue
        .wait(() -> QuarkusTransaction.requiringNew().call(() -> admit(study, arrival)))
        .orElseGet(Admission.Busy::new);
  }

  private Admission admit(OpenStudy study, Arrival arrival) {
    StudyState state = lock(study);
    Optional<String> person =
        arrival.referral().participant().flatMap(id -> keys.pseudonym(study.id(), id));
    Optional<String> device =
        study.study().flagSameDevice()
            ? keys.device(study.id(), arrival.device())
            : Optional.empty();
    Newcomer newcomer =
        new Newcomer(arrival.key(), arrival.language(), arrival.referral(), person, device);
    Optional<Run> known = runs.of(study.id(), arrival.key(), person);
    if (known.isPresent()) {
      return new Admission.Taken(participation.advance(known.get().token()));
    }
    if (arrival.looking().isPresent()) {
      return new Admission.Taken(look(study, arrival.looking().get(), newcomer));
    }
    if (state == StudyState.PREVIEW) {
      Arrival.Looking looking = new Arrival.Looking(Source.PREVIEW, anyArm(study, arrival));
      return new Admission.Taken(look(study, looking, newcomer));
    }
    if (!state.takesPeople()) {
      return new Admission.NotOpen(state);
    }
    return tookPartBefore(study, arrival)
        ? new Admission.Repeated()
        : participate(study, newcomer, arrival.client());
  }

  /** All decisions about one study follow one another, on however many replicas. */
  private StudyState lock(OpenStudy study) {
    StudyVersion version = StudyVersion.findById(study.version(), LockModeType.PESSIMISTIC_WRITE);
    return version.state();
  }

  /** For one who is shown around; their key was drawn by chance. */
  private static String anyArm(OpenStudy study, Arrival arrival) {
    List<Arm> arms = study.study().arms();
    return arms.get(Math.floorMod(arrival.key().hashCode(), arms.size())).id();
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

  private Admission participate(OpenStudy study, Newcomer newcomer, String client) {
    Optional<String> arm =
        newcomer.person().isPresent() ? Optional.empty() : idle.arm(study, client);
    Optional<Places.Offer> offer =
        arm.isPresent() ? places.next(study, arm.get()) : places.next(study);
    if (offer.isEmpty()) {
      boolean elsewhere = arm.isPresent() && places.next(study).isPresent();
      return elsewhere ? new Admission.Crowded() : new Admission.Full();
    }
    if (idle.areTooMany(study, client)) {
      return new Admission.Crowded();
    }
    Places.Offer place = offer.get();
    Run run = runs.begin(study, place.method(), newcomer);
    Reservation reserved = places.reserve(place, run.occupant());
    Seat seat = new Seat(place.method(), false, place.numberInArm());
    TrialSequence drawn = trials.draw(study, run.id(), run.pseudonym(), seat);
    idle.add(study, client, run.id());
    return new Admission.Taken(new Course(run, study, drawn, Optional.of(reserved)));
  }

  /**
   * As somebody at a place would see it: a preview the first one; simulated people one after
   * another, from a draw of their own, which foretells nothing of those of people.
   */
  private Course look(OpenStudy study, Arrival.Looking looking, Newcomer newcomer) {
    String method = looking.method();
    boolean simulated = looking.as() == Source.SIMULATED;
    Seat seat = new Seat(method, simulated, simulated ? runs.simulated(study, method) : 0);
    Run run = runs.begin(study, method, newcomer.as(looking.as()));
    TrialSequence drawn = trials.draw(study, run.id(), run.pseudonym(), seat);
    return new Course(run, study, drawn, Optional.empty());
  }
}
