package org.xaistudy.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.server.trial.Behaviour;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.server.trial.TrialSequence;
import org.xaistudy.server.trial.Trials;

/** Places that are given to somebody else while the last answers come. */
@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class LatePlaceTest {
  @Inject Participation participation;
  @Inject Courses courses;
  @Inject Trials trials;
  @Inject EntityManager database;

  @Test
  void whoseLastAnswerComesTooLateIsToldSo() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).throughPractice();
    String token = visitor.run().substring("/r/".length());
    QuarkusTransaction.begin();
    try {
      Course answered = answeredWholly(courses.lock(token));
      givePlaceAway(answered.run());
      assertThat(courses.complete(answered).stage()).isInstanceOf(Stage.PlaceGone.class);
    } finally {
      QuarkusTransaction.rollback();
    }
    visitor.throughTrials();
    assertThat(visitor.heading()).isEqualTo("Thank you!");
  }

  @Test
  void whoGetsAnotherPlaceWithTheLastAnswerCounts() {
    Visitor visitor = Visitor.enrolledIn(ROOMY).throughPractice();
    String token = visitor.run().substring("/r/".length());
    Course course = participation.of(token);
    while (course.stage() instanceof Stage.Judge judge) {
      Run run = course.run();
      QuarkusTransaction.requiringNew().run(() -> givePlaceAway(run));
      Trial trial = judge.trial();
      Judgement judgement = course.inquiry(trial).any();
      course = participation.answer(token, trial.position(), judgement, Behaviour.UNKNOWN);
    }
    assertThat(course.stage()).isInstanceOf(Stage.Finished.class);
  }

  private Course answeredWholly(Course course) {
    TrialSequence sequence = course.trials();
    for (Trial next = sequence.next().orElse(null); next != null; ) {
      sequence =
          trials.answer(
              course.open(), sequence, next, course.inquiry(next).any(), Behaviour.UNKNOWN);
      next = sequence.next().orElse(null);
    }
    return course.with(sequence);
  }

  private void givePlaceAway(Run run) {
    database
        .createNativeQuery("update place set run_id = null where run_id = :run")
        .setParameter("run", run.id())
        .executeUpdate();
  }
}
