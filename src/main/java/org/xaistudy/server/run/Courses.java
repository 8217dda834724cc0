package org.xaistudy.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.server.trial.Trials;
import org.xaistudy.studies.Recruitment.Outcome;

/**
 * Reads courses, and does what every step on them does. Every method runs inside its caller's
 * transaction.
 */
@ApplicationScoped
class Courses {
  private final Studies studies;
  private final Runs runs;
  private final Trials trials;
  private final Places places;
  private final Clock clock;

  Courses(Studies studies, Runs runs, Trials trials, Places places, Clock clock) {
    this.studies = studies;
    this.runs = runs;
    this.trials = trials;
    this.places = places;
    this.clock = clock;
  }

  /**
   * Where a run stands; nothing changes.
   *
   * @throws RunNotFoundException if no run has this token
   * @throws StudyChangedException if what people see was edited since the run began
   */
  Course of(String token) {
    return course(runs.standing(token).orElseThrow(RunNotFoundException::new));
  }

  /** Notes that the person is still there: their place is kept, or another one found. */
  Course advance(String token) {
    Course course = of(token);
    boolean kept = course.needsNoPlace() || isKept(course);
    return kept && !course.isWaitingToBeCounted() ? course : lock(token);
  }

  private boolean isKept(Course course) {
    return course.place().filter(held -> places.keep(course.run().id(), held)).isPresent();
  }

  /** Notes that the person is still there. */
  void keep(Course course) {
    if (!course.needsNoPlace()) {
      isKept(course);
    }
  }

  /**
   * The course, on which nobody else goes on until the end of the transaction. Who was away for too
   * long gets another place, if there is one.
   */
  Course lock(String token) {
    Course course = course(runs.lock(token).orElseThrow(RunNotFoundException::new));
    if (!course.needsNoPlace() && !course.holdsPlace()) {
      Run run = course.run();
      course = course.withPlace(places.regain(course.open(), run.arm(), run.occupant()));
    }
    return course.isWaitingToBeCounted() ? complete(course) : course;
  }

  /** The run alone, which nobody else changes until the end of the transaction. */
  Run locked(String token) {
    return runs.lock(token).map(Standing::run).orElseThrow(RunNotFoundException::new);
  }

  /** The same as {@link #lock}, and the place of a person who is there is kept. */
  Course lockAndKeep(String token) {
    Course course = lock(token);
    keep(course);
    return course;
  }

  /**
   * Counts a run whose trials are all answered, if its place is still its own: whoever came just
   * now may have got it.
   *
   * @return the course, without the place if somebody else has it
   */
  Course complete(Course course) {
    Run run = course.run();
    if (run.isReal() && !places.complete(run.occupant())) {
      return course.withPlace(Optional.empty());
    }
    run.completed(clock.instant());
    return course;
  }

  private StudyChangedException changed(Run run) {
    Optional<Return> finished =
        studies
            .find(run.study())
            .filter(study -> run.isCompleted())
            .map(
                study ->
                    Return.of(
                        study.study(),
                        run.referral(),
                        Outcome.COMPLETED,
                        Optional.of(run.completionCode())));
    return new StudyChangedException(run.language(), finished);
  }

  private Course course(Standing standing) {
    Run run = standing.run();
    OpenStudy study = studies.ofVersion(run.version()).orElseThrow(() -> changed(run));
    return new Course(run, study, trials.of(run.id()), standing.place());
  }
}
