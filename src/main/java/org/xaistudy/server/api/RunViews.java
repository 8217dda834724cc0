package org.xaistudy.server.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.api.RunView.Next;
import org.xaistudy.server.api.RunView.TrialView;
import org.xaistudy.server.images.AnswerOption;
import org.xaistudy.server.images.Exhibit;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.server.run.Course;
import org.xaistudy.server.run.Participation;
import org.xaistudy.server.run.Run;
import org.xaistudy.server.run.Stage;
import org.xaistudy.server.trial.Inquiry;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Questionnaire.When;
import org.xaistudy.studies.Recruitment.Outcome;

/** Tells where a run stands; a trial that is told counts as shown. */
@ApplicationScoped
class RunViews {
  private final Participation participation;

  RunViews(Participation participation) {
    this.participation = participation;
  }

  /** Tells it of somebody who has been taken in, now or before. */
  @Transactional
  RunView ofAdmitted(Course course) {
    return course.stage() instanceof Stage.Judge
        ? of(participation.advance(course.run().token()))
        : tell(course);
  }

  /** Tells it inside the transaction that read the course. */
  RunView of(Course course) {
    return tell(participation.shown(course));
  }

  private static RunView tell(Course course) {
    return course.stage().visit(new Telling(course));
  }

  private record Telling(Course course) implements Stage.Visitor<RunView> {
    @Override
    public RunView device() {
      return view(Next.DEVICE, null, null, null);
    }

    @Override
    public RunView instructions() {
      return view(Next.INSTRUCTIONS, null, null, null);
    }

    @Override
    public RunView comprehension() {
      return view(Next.COMPREHENSION, null, null, null);
    }

    @Override
    public RunView judge(Trial trial) {
      Inquiry inquiry = course.inquiry(trial);
      TrialView told =
          new TrialView(
              trial.position(),
              trial.kind(),
              Exhibit.of(course, trial).orElse(null),
              AnswerOption.of(course, trial),
              inquiry.confidence(),
              inquiry.clarity(),
              inquiry.further().stream().map(one -> RunView.Further.of(course, one)).toList(),
              inquiry.graded(),
              trial.asked().map(AnswerRequest::of).orElse(null));
      return view(Next.JUDGE, null, told, null);
    }

    @Override
    public RunView questions(When when) {
      return view(Next.QUESTIONNAIRE, null, null, null);
    }

    @Override
    public RunView finished() {
      return view(Next.FINISHED, null, null, course.back(Outcome.COMPLETED));
    }

    @Override
    public RunView ended(Outcome outcome) {
      return view(Next.ENDED, outcome, null, course.back(outcome));
    }

    @Override
    public RunView placeGone() {
      return view(Next.PLACE_GONE, null, null, course.back(Outcome.LATE));
    }

    private RunView view(
        Next next, @Nullable Outcome outcome, @Nullable TrialView trial, @Nullable Return back) {
      Run run = course.run();
      return new RunView(
          run.token(),
          course.method(),
          course.language(),
          next,
          outcome,
          course.trials().answered(),
          course.counts().all(),
          trial,
          back);
    }
  }
}
