package org.xaistudy.server.participation;

import java.util.Locale;
import java.util.Optional;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.enrolment.Run;
import org.xaistudy.server.images.Exhibit;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Recruitment.Outcome;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Text;

/**
 * A run together with its study, as it is shown.
 *
 * @param run one person's way
 * @param open through this study
 */
public record OpenRun(Run run, OpenStudy open) {
  /** Where a run is continued, whatever its next step. */
  static String path(Run run) {
    return "/r/" + run.token();
  }

  /** Where this run is continued. */
  String path() {
    return path(run);
  }

  Study study() {
    return open.study();
  }

  Locale locale() {
    return run.language();
  }

  String language() {
    return run.language().getLanguage();
  }

  /** A text in the person's language. */
  String say(Text text) {
    return text.in(language());
  }

  /**
   * The frame of a page.
   *
   * @param done trials with an answer
   */
  Frame frame(int done) {
    return Frame.of(locale(), say(study().title()))
        .withProgress(done, Progress.of(open).all())
        .withLeave(path() + "/withdraw");
  }

  /** What is shown in a trial; empty in an attention check. */
  public Optional<Exhibit> exhibit(Trial trial) {
    return trial
        .stimulus()
        .map(
            stimulus ->
                Exhibit.of(
                    open,
                    open.stimulus(stimulus),
                    run.method(),
                    language(),
                    run.colours(),
                    "/i/" + run.token() + "/" + trial.place()));
  }

  /** The way back to where the person came from, with a code that the researcher can look up. */
  public Return back(Outcome outcome) {
    String code = outcome == Outcome.COMPLETED ? run.completionCode() : run.pseudonym();
    return Return.of(study(), run.referral(), outcome, Optional.of(code));
  }
}
