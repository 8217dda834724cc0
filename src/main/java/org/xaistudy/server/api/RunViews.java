package org.xaistudy.server.api;

import jakarta.enterprise.context.ApplicationScoped;
import org.xaistudy.server.api.RunView.Next;
import org.xaistudy.server.api.RunView.TrialView;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.enrolment.Run;
import org.xaistudy.server.participation.OpenRun;
import org.xaistudy.server.participation.Participation;
import org.xaistudy.server.participation.Progress;
import org.xaistudy.server.participation.Step;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Recruitment.Outcome;

/** Tells where a run stands; a trial that is told counts as shown. */
@ApplicationScoped
class RunViews {
  private final Studies studies;
  private final Participation participation;

  RunViews(Studies studies, Participation participation) {
    this.studies = studies;
    this.participation = participation;
  }

  /**
   * The study of a run.
   *
   * @throws Problem if its files were edited since
   */
  OpenStudy study(Run run) {
    return studies
        .ofVersion(run.version())
        .orElseThrow(() -> Problem.gone("the study was changed since this run started"));
  }

  RunView of(Run run) {
    OpenRun open = new OpenRun(run, study(run));
    Step step = participation.next(run);
    if (step instanceof Step.Judge judge) {
      participation.shown(run, judge.trial().place());
      return view(open, Next.JUDGE, null, show(open, judge.trial()), null);
    }
    if (step instanceof Step.Finished) {
      return end(open, Next.FINISHED, Outcome.COMPLETED);
    }
    if (step instanceof Step.Ended ended) {
      return end(open, Next.ENDED, ended.outcome());
    }
    return step instanceof Step.PlaceGone
        ? end(open, Next.PLACE_GONE, Outcome.LATE)
        : view(open, waiting(step), null, null, null);
  }

  private static Next waiting(Step step) {
    if (step instanceof Step.Device) {
      return Next.DEVICE;
    }
    if (step instanceof Step.Comprehension) {
      return Next.COMPREHENSION;
    }
    return step instanceof Step.Questions ? Next.QUESTIONNAIRE : Next.INSTRUCTIONS;
  }

  private RunView end(OpenRun open, Next step, Outcome outcome) {
    return view(open, step, step == Next.ENDED ? outcome : null, null, open.back(outcome));
  }

  private RunView view(OpenRun open, Next step, Outcome outcome, TrialView trial, Return back) {
    Run run = open.run();
    return new RunView(
        run.token(),
        run.method(),
        run.language().getLanguage(),
        step,
        outcome,
        participation.answered(run),
        Progress.of(open.open()).all(),
        trial,
        back);
  }

  private static TrialView show(OpenRun open, Trial trial) {
    return new TrialView(
        trial.place(), trial.kind(), open.exhibit(trial).orElse(null), trial.asked().orElse(null));
  }
}
