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
import org.xaistudy.server.run.Participation;
import org.xaistudy.server.run.Stage;
import org.xaistudy.server.run.TrialCounts;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.server.trial.Kind;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.TaskWords;

/**
 * One page a trial: the picture and its explanation with three questions, or an attention check.
 */
@Path("/r/{token}/trials/{position:\\d{1,4}}")
class TrialPages {
  private final Participation participation;

  TrialPages(Participation participation) {
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
        boolean yes,
        TaskWords words,
        String correction,
        Exhibit exhibit,
        String next);
  }

  Response show(OpenRun run, Trial trial) {
    return show(run, trial, AnswerForm.empty());
  }

  /** The answer; a form that is not complete is shown again with what was chosen. */
  @POST
  public Response answer(
      @PathParam("token") String token,
      @PathParam("position") int position,
      @BeanParam AnswerForm form) {
    Optional<Judgement> judgement = form.judgement();
    if (judgement.isEmpty()) {
      return again(new OpenRun(participation.of(token)), position, form);
    }
    OpenRun run =
        new OpenRun(participation.answer(token, position, judgement.get(), form.behaviour()));
    boolean practising = trial(run, position).kind() == Kind.PRACTICE;
    return Html.seeOther(run.path() + (practising ? "/trials/" + position + "/feedback" : ""));
  }

  /** Whoever reloads a page that was sent is led to the next step. */
  @GET
  public Response elsewhere(@PathParam("token") String token) {
    return Html.seeOther(new OpenRun(participation.of(token)).path());
  }

  /** What would have been right, while practising. */
  @GET
  @Path("/feedback")
  public Response feedback(@PathParam("token") String token, @PathParam("position") int position) {
    OpenRun run = new OpenRun(participation.of(token));
    Trial trial = trial(run, position);
    Optional<Boolean> said = run.course().trials().said(trial);
    if (trial.kind() != Kind.PRACTICE || said.isEmpty()) {
      return Html.seeOther(run.path());
    }
    return Html.page(
        Templates.feedback(
            run.frame(position),
            position,
            run.course().counts().practice(),
            said.get() == trial.yesIsRight(),
            trial.yesIsRight(),
            run.words(),
            correction(run, trial),
            run.exhibit(trial).orElseThrow(),
            run.path()),
        run.locale());
  }

  private static String correction(OpenRun run, Trial trial) {
    return trial
        .stimulus()
        .map(run.course().open()::stimulus)
        .flatMap(stimulus -> run.course().open().correction(stimulus, run.language()))
        .orElse("");
  }

  private Response again(OpenRun run, int position, AnswerForm form) {
    return run.course().stage() instanceof Stage.Judge judge && judge.trial().position() == position
        ? show(run, judge.trial(), form)
        : Html.seeOther(OpenRun.path(run.run()));
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
    TrialCounts counts = run.course().counts();
    return Templates.trial(
        run.frame(trial.position() - 1),
        practising,
        run.course().trials().number(trial),
        practising ? counts.practice() : counts.trials(),
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
        run.frame(trial.position() - 1),
        words.attentionChoose(asked.yes() ? words.yes() : words.no()),
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
    return run.course()
        .trials()
        .at(trial.position() + 1)
        .flatMap(run::exhibit)
        .map(exhibit -> String.join(" ", exhibit.links()))
        .orElse("");
  }

  private static String action(OpenRun run, Trial trial) {
    return run.path() + "/trials/" + trial.position();
  }

  private static Trial trial(OpenRun run, int position) {
    return run.course().trials().at(position).orElseThrow(NotFoundException::new);
  }
}
