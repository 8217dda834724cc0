package org.xaistudy.server.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.xaistudy.server.api.RunView.Next;
import org.xaistudy.server.api.RunView.TrialView;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.enrolment.Run;
import org.xaistudy.server.images.Exhibit;
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
    OpenStudy study = study(run);
    Step step = participation.next(run);
    if (step instanceof Step.Judge judge) {
      participation.shown(run, judge.trial().place());
      return view(run, Next.JUDGE, null, show(run, study, judge.trial()), null);
    }
    if (step instanceof Step.Finished) {
      return end(run, study, Next.FINISHED, Outcome.COMPLETED);
    }
    if (step instanceof Step.Ended ended) {
      return end(run, study, Next.ENDED, ended.outcome());
    }
    return step instanceof Step.PlaceGone
        ? end(run, study, Next.PLACE_GONE, Outcome.LATE)
        : view(run, waiting(step), null, null, null);
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

  private RunView end(Run run, OpenStudy study, Next step, Outcome outcome) {
    String code = outcome == Outcome.COMPLETED ? run.completionCode() : run.pseudonym();
    Return back = Return.of(study.study(), run.referral(), outcome, Optional.of(code));
    return view(run, step, step == Next.ENDED ? outcome : null, null, back);
  }

  private RunView view(Run run, Next step, Outcome outcome, TrialView trial, Return back) {
    return new RunView(
        run.token(),
        run.method(),
        run.language().getLanguage(),
        step,
        outcome,
        participation.answered(run),
        Progress.of(study(run)).all(),
        trial,
        back);
  }

  private static TrialView show(Run run, OpenStudy study, Trial trial) {
    Exhibit exhibit =
        trial
            .stimulus()
            .map(
                stimulus ->
                    Exhibit.of(
                        study,
                        study.stimulus(stimulus),
                        run.method(),
                        run.language().getLanguage(),
                        run.colours(),
                        "/i/" + run.token() + "/" + trial.place()))
            .orElse(null);
    return new TrialView(trial.place(), trial.kind(), exhibit, trial.asked().orElse(null));
  }
}
