package org.xaistudy.server.participation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.xaistudy.server.images.Exhibit;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.page.Spoken;
import org.xaistudy.server.page.Words;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.server.trial.Kind;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Study;

/**
 * One page a trial: the picture and its explanation with three questions, or an attention check.
 */
@Path("/r/{token}/trials/{place:\\d{1,4}}")
class TrialPages {
  private final OpenRuns runs;
  private final Participation participation;

  TrialPages(OpenRuns runs, Participation participation) {
    this.runs = runs;
    this.participation = participation;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance trial(
        Frame frame,
        boolean practising,
        int number,
        int count,
        Exhibit exhibit,
        String decision,
        List<ScaleView> scales,
        AnswerForm form,
        String action,
        String preload,
        String run);

    static native TemplateInstance attention(
        Frame frame,
        String decision,
        List<ScaleView> scales,
        AnswerForm form,
        String action,
        String preload);

    static native TemplateInstance feedback(
        Frame frame,
        int number,
        int count,
        boolean right,
        boolean used,
        Exhibit exhibit,
        String next);
  }

  Response show(OpenRun run, Trial trial) {
    participation.shown(run.run(), trial.place());
    return show(run, trial, AnswerForm.empty());
  }

  /** The answer; a form that is not complete is shown again with what was chosen. */
  @POST
  public Response answer(
      @PathParam("token") String token, @PathParam("place") int place, @BeanParam AnswerForm form) {
    OpenRun run = runs.find(token);
    Trial trial = trial(run, place);
    Optional<Judgement> judgement = form.judgement();
    if (judgement.isEmpty()) {
      return again(run, trial, form);
    }
    participation.answer(token, place, judgement.get(), form.behaviour());
    boolean practising = trial.kind() == Kind.PRACTICE;
    return Html.seeOther(run.path() + (practising ? "/trials/" + place + "/feedback" : ""));
  }

  /** Whoever reloads a page that was sent is led to the next step. */
  @GET
  public Response elsewhere(@PathParam("token") String token) {
    return Html.seeOther(runs.find(token).path());
  }

  /** What would have been right, while practising. */
  @GET
  @Path("/feedback")
  public Response feedback(@PathParam("token") String token, @PathParam("place") int place) {
    OpenRun run = runs.find(token);
    Trial trial = trial(run, place);
    Optional<Boolean> said = participation.said(trial);
    if (trial.kind() != Kind.PRACTICE || said.isEmpty()) {
      return Html.seeOther(run.path());
    }
    return Html.page(
        Templates.feedback(
            run.frame(place),
            place,
            Progress.of(run.open()).practice(),
            said.get() == trial.artefactUsed(),
            trial.artefactUsed(),
            run.exhibit(trial).orElseThrow(),
            run.path()),
        run.locale());
  }

  private Response again(OpenRun run, Trial trial, AnswerForm form) {
    boolean isNext =
        participation.next(run.run()) instanceof Step.Judge judge
            && judge.trial().place() == trial.place();
    return isNext ? show(run, trial, form) : Html.seeOther(run.path());
  }

  private Response show(OpenRun run, Trial trial, AnswerForm form) {
    TemplateInstance page =
        trial.asked().isPresent()
            ? attention(run, trial, form)
            : judging(run, trial, form, run.exhibit(trial).orElseThrow());
    return Html.page(form.isIncomplete() ? Html.UNPROCESSABLE : Html.OK, page, run.locale());
  }

  private TemplateInstance judging(OpenRun run, Trial trial, AnswerForm form, Exhibit exhibit) {
    boolean practising = trial.kind() == Kind.PRACTICE;
    Progress progress = Progress.of(run.open());
    return Templates.trial(
        run.frame(trial.place() - 1),
        practising,
        participation.number(run.run(), trial),
        practising ? progress.practice() : progress.trials(),
        exhibit,
        run.say(run.study().questions().decision()),
        scales(run, form),
        form,
        action(run, trial),
        preload(run, trial),
        run.path());
  }

  private TemplateInstance attention(OpenRun run, Trial trial, AnswerForm form) {
    Words words = Spoken.in(run.locale());
    Judgement asked = trial.asked().orElseThrow();
    return Templates.attention(
        run.frame(trial.place() - 1),
        words.attentionChoose(asked.used() ? words.yes() : words.no()),
        List.of(
            ScaleView.plain(
                "confidence",
                words.attentionChoose(String.valueOf(asked.confidence())),
                form.confidence),
            ScaleView.plain(
                "clarity", words.attentionChoose(String.valueOf(asked.clarity())), form.clarity)),
        form,
        action(run, trial),
        preload(run, trial));
  }

  private static List<ScaleView> scales(OpenRun run, AnswerForm form) {
    Study.Questions questions = run.study().questions();
    return List.of(
        ScaleView.of("confidence", questions.confidence(), run.language(), form.confidence),
        ScaleView.of("clarity", questions.clarity(), run.language(), form.clarity));
  }

  /** Pictures of the next trial, so that they are there when it comes. */
  private String preload(OpenRun run, Trial trial) {
    return participation
        .trial(run.run(), trial.place() + 1)
        .flatMap(run::exhibit)
        .map(exhibit -> String.join(" ", exhibit.links()))
        .orElse("");
  }

  private static String action(OpenRun run, Trial trial) {
    return run.path() + "/trials/" + trial.place();
  }

  private Trial trial(OpenRun run, int place) {
    return participation.trial(run.run(), place).orElseThrow(NotFoundException::new);
  }
}
