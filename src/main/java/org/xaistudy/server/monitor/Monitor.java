package org.xaistudy.server.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.Session;
import org.xaistudy.analysis.distribution.Median;
import org.xaistudy.server.assignment.Arm;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.StudyStates;
import org.xaistudy.server.run.TrialCounts;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.studies.Questionnaire.When;

/** Looks at how a study is going. */
@ApplicationScoped
public class Monitor {
  private final Session session;
  private final Places places;
  private final StudyStates states;
  private final Clock clock;

  Monitor(Session session, Places places, StudyStates states, Clock clock) {
    this.session = session;
    this.places = places;
    this.states = states;
    this.clock = clock;
  }

  /** How the version that this server runs is going now. */
  @Transactional
  public Progress of(OpenStudy study) {
    List<Person> people = people(study);
    List<Arm> arms = places.arms(study);
    Instant now = clock.instant();
    int open = arms.stream().mapToInt(arm -> arm.live() + arm.free()).sum();
    boolean live = states.of(study).takesPeople();
    return new Progress(
        arms.stream().map(arm -> armProgress(arm, people)).toList(),
        funnel(people, study),
        Timeline.of(people.stream().map(Person::began).toList(), now),
        people.size(),
        (int) people.stream().filter(person -> person.ended().isPresent()).count(),
        people.stream().mapToInt(Person::failedChecks).sum(),
        live ? timeLeft(people, open, now) : Optional.empty());
  }

  private static Progress.ArmProgress armProgress(Arm arm, List<Person> people) {
    long[] durations =
        people.stream()
            .filter(person -> person.method().equals(arm.method()))
            .flatMap(person -> person.took().stream())
            .mapToLong(Duration::toMillis)
            .toArray();
    return new Progress.ArmProgress(
        arm,
        durations.length == 0
            ? Optional.empty()
            : Optional.of(
                Duration.ofMillis(
                    Math.round(Median.of(Arrays.stream(durations).asDoubleStream())))));
  }

  /** At the pace of those who finished so far; empty before two have, and when nobody is wanted. */
  private static Optional<Duration> timeLeft(List<Person> people, int open, Instant now) {
    long finished = people.stream().filter(person -> person.completed().isPresent()).count();
    if (finished < 2 || open == 0) {
      return Optional.empty();
    }
    Instant first = people.stream().map(Person::began).min(Instant::compareTo).orElse(now);
    return Optional.of(Duration.between(first, now).multipliedBy(open).dividedBy(finished));
  }

  private static List<Progress.Step> funnel(List<Person> people, OpenStudy study) {
    TrialCounts counts = TrialCounts.of(study);
    List<Progress.Step> steps = new ArrayList<>();
    steps.add(step("agreed", people, person -> true));
    if (study.study().device().isPresent()) {
      steps.add(step("window large enough", people, Person::fits));
    }
    steps.add(
        step("instructions read", people, person -> person.instructed() || person.answered() > 0));
    if (study.study().comprehension().isPresent()) {
      steps.add(step("instructions understood", people, Person::understood));
    }
    if (!study.study().questionnaire(When.BEFORE).isEmpty()) {
      steps.add(step("questions before", people, Person::reported));
    }
    for (int page = 1; page <= counts.all(); page++) {
      int position = page;
      String name =
          page <= counts.practice() ? "practice " + page : "page " + (page - counts.practice());
      steps.add(step(name, people, person -> person.answered() >= position));
    }
    steps.add(step("counted", people, person -> person.completed().isPresent()));
    return steps;
  }

  private static Progress.Step step(String name, List<Person> people, Predicate<Person> reached) {
    List<Person> there = people.stream().filter(reached).toList();
    return new Progress.Step(name, there.size(), people.size());
  }

  private List<Person> people(OpenStudy study) {
    return session
        .createNativeQuery(
            """
            select r.method as method, r.consented_at as began, r.completed_at as completed,
              r.ended as ended, r.device_checked_at is not null as fits,
              r.instructed_at is not null as instructed,
              r.comprehended_at is not null as understood,
              r.reported_at is not null as reported,
              (select count(*) from answer a join trial t on t.id = a.trial_id
                where t.run_id = r.id) as answered,
              (select count(*) from answer a join trial t on t.id = a.trial_id
                where t.run_id = r.id and t.kind = 'ATTENTION'
                  and not (%s)) as failed
            from run r
            where r.version_id = :version and r.source not in ('PREVIEW', 'SIMULATED')
            order by r.id"""
                .formatted(Judgement.AS_ASKED),
            Tuple.class)
        .addScalar("method", String.class)
        .addScalar("began", Instant.class)
        .addScalar("completed", Instant.class)
        .addScalar("ended", String.class)
        .addScalar("fits", Boolean.class)
        .addScalar("instructed", Boolean.class)
        .addScalar("understood", Boolean.class)
        .addScalar("reported", Boolean.class)
        .addScalar("answered", Integer.class)
        .addScalar("failed", Integer.class)
        .setParameter("version", study.version())
        .getResultStream()
        .map(Monitor::person)
        .toList();
  }

  private static Person person(Tuple row) {
    return new Person(
        row.get("method", String.class),
        row.get("began", Instant.class),
        Optional.ofNullable(row.get("completed", Instant.class)),
        Optional.ofNullable(row.get("ended", String.class)),
        row.get("fits", Boolean.class),
        row.get("instructed", Boolean.class),
        row.get("understood", Boolean.class),
        row.get("reported", Boolean.class),
        row.get("answered", Integer.class),
        row.get("failed", Integer.class));
  }

  private record Person(
      String method,
      Instant began,
      Optional<Instant> completed,
      Optional<String> ended,
      boolean fits,
      boolean instructed,
      boolean understood,
      boolean reported,
      int answered,
      int failedChecks) {
    Optional<Duration> took() {
      return completed.map(end -> Duration.between(began, end));
    }
  }
}
