package org.xaistudy.server.participation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.page.Notice;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.server.run.TrialCounts;
import org.xaistudy.studies.Recruitment.Outcome;

/** What people see when there is nothing left to do. */
final class EndPages {
  private EndPages() {}

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance thanks(
        Frame frame, int count, Return back, List<String> debrief);
  }

  static Response thanks(OpenRun run) {
    TrialCounts counts = run.course().counts();
    List<String> debrief =
        run.study().debrief().map(text -> Paragraphs.of(run.say(text))).orElse(List.of());
    return Html.page(
        Templates.thanks(
            run.frame(counts.all()),
            counts.trials(),
            run.course().back(Outcome.COMPLETED),
            debrief),
        run.locale());
  }

  static Response ended(OpenRun run, Outcome outcome) {
    return notice(run, notice(outcome), outcome);
  }

  static Response placeGone(OpenRun run, boolean closed) {
    return notice(run, closed ? Notice.CLOSED_MEANWHILE : Notice.GONE, Outcome.LATE);
  }

  private static Response notice(OpenRun run, Notice notice, Outcome outcome) {
    return notice.show(run.study().title(), run.locale(), run.course().back(outcome));
  }

  private static Notice notice(Outcome outcome) {
    return switch (outcome) {
      case FAILED_ATTENTION -> Notice.INATTENTIVE;
      case SCREENED_OUT -> Notice.SCREENED_OUT;
      case INCOMPATIBLE_DEVICE -> Notice.INCOMPATIBLE;
      case COMPLETED, NO_CONSENT, FULL, LATE, WITHDRAWN, REPEATED ->
          throw new IllegalStateException(outcome + " ends no run before its last trial");
    };
  }
}
