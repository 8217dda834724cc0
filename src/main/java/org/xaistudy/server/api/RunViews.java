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

  RunView of(Run run) {
    OpenStudy study =
        studies
            .ofVersion(run.version())
            .orElseThrow(() -> Problem.gone("the study was changed since this run started"));
    int all = Progress.of(study).all();
    Step step = participation.next(run);
    if (step instanceof Step.Judge judge) {
      Trial trial = judge.trial();
      participation.shown(run, trial.place());
      return view(run, Next.JUDGE, trial.place() - 1, all, show(run, study, trial), null);
    }
    if (step instanceof Step.Instructions) {
      return view(run, Next.INSTRUCTIONS, 0, all, null, null);
    }
    boolean finished = step instanceof Step.Finished;
    Return back =
        Return.of(
            study.study(),
            run.referral(),
            finished ? Outcome.COMPLETED : Outcome.LATE,
            Optional.of(finished ? run.completionCode() : run.pseudonym()));
    Next next = finished ? Next.FINISHED : Next.PLACE_GONE;
    return view(run, next, finished ? all : participation.answered(run), all, null, back);
  }

  private static RunView view(
      Run run, Next step, int answered, int all, TrialView trial, Return back) {
    return new RunView(
        run.token(), run.method(), run.language().getLanguage(), step, answered, all, trial, back);
  }

  private static TrialView show(Run run, OpenStudy study, Trial trial) {
    Exhibit exhibit =
        Exhibit.of(
            study,
            study.stimulus(trial.stimulus()),
            run.method(),
            run.language().getLanguage(),
            "/i/" + run.token() + "/" + trial.place());
    return new TrialView(trial.place(), trial.kind(), exhibit);
  }
}
