package org.xaistudy.server.participation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xaistudy.server.images.AnswerOption;
import org.xaistudy.server.images.Exhibit;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.page.Spoken;
import org.xaistudy.server.page.Words;
import org.xaistudy.server.run.Participation;
import org.xaistudy.server.run.Stage;
import org.xaistudy.server.run.TrialCounts;
import org.xaistudy.server.run.UnfitAnswerException;
import org.xaistudy.server.trial.Inquiry;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.server.trial.Kind;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Grade;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.TaskWords;

/**
 * One page a trial: the picture and its explanation with questions or to learn from, or an
 * attention check.
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
        List<AnswerOption> options,
        List<ScaleView> scales,
        List<QuestionView> further,
        AnswerForm form,
        String action,
        String preload,
        String run);

    static native TemplateInstance training(
        Frame frame,
        int number,
        int count,
        Exhibit exhibit,
        String action,
        String preload,
        String run);

    static native TemplateInstance attention(
        Frame frame,
        String decision,
        List<AnswerOption> options,
        List<ScaleView> scales,
        List<QuestionView> further,
        AnswerForm form,
        String action,
        String preload);

    static native TemplateInstance feedback(
        Frame frame,
        int number,
        int count,
        boolean right,
        boolean yes,
        String option,
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
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      @PathParam("token") String token,
      @PathParam("position") int position,
      MultivaluedMap<String, String> fields) {
    AnswerForm form = AnswerForm.of(fields);
    try {
      OpenRun run =
          new OpenRun(participation.answer(token, position, form.judgement(), form.behaviour()));
      boolean told = isTold(trial(run, position));
      return Html.seeOther(run.path() + (told ? "/trials/" + position + "/feedback" : ""));
    } catch (UnfitAnswerException e) {
      return again(new OpenRun(participation.of(token)), position, form.incomplete(e.wanting()));
    }
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
    Optional<String> said = run.course().trials().said(trial);
    if (!isTold(trial) || said.isEmpty()) {
      return Html.seeOther(run.path());
    }
    return Html.page(
        Templates.feedback(
            run.frame(position),
            position,
            run.course().counts().practice(),
            said.equals(trial.rightAnswer()),
            trial.rightAnswer().filter(Task.YES::equals).isPresent(),
            option(run, trial),
            run.words(),
            correction(run, trial),
            run.exhibit(trial).orElseThrow(),
            run.path()),
        run.locale());
  }

  /** Whether people are told what would have been right. */
  private static boolean isTold(Trial trial) {
    return trial.kind() == Kind.PRACTICE && trial.rightAnswer().isPresent();
  }

  /** What would have been right, where that is an option and no yes or no. */
  private static String option(OpenRun run, Trial trial) {
    return run.study().task().key() == Task.Key.CANDIDATE
        ? AnswerOption.label(run.course(), trial.rightAnswer().orElseThrow())
        : "";
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
        switch (trial.kind()) {
          case ATTENTION -> attention(run, trial, form);
          case TRAINING -> training(run, trial);
          case PRACTICE, TRIAL -> judging(run, trial, form, run.exhibit(trial).orElseThrow());
        };
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
        options(run, trial),
        scales(run, trial, form),
        run.course().inquiry(trial).further().stream()
            .map(question -> QuestionView.of(question, run, form))
            .toList(),
        form,
        action(run, trial),
        preload(run, trial),
        run.path());
  }

  private TemplateInstance attention(OpenRun run, Trial trial, AnswerForm form) {
    Words words = Spoken.in(run.locale());
    Judgement asked = trial.asked().orElseThrow();
    List<ScaleView> scales = new ArrayList<>();
    boolean graded = run.study().questions().graded();
    asked
        .confidence()
        .filter(value -> !graded)
        .ifPresent(value -> scales.add(plain("confidence", value, words, form)));
    asked.clarity().ifPresent(value -> scales.add(plain("clarity", value, words, form)));
    return Templates.attention(
        run.frame(trial.position() - 1),
        words.attentionChoose(wanted(run, asked)),
        options(run, trial),
        scales,
        List.of(),
        form,
        action(run, trial),
        preload(run, trial));
  }

  /** What can be chosen on the page: four where the decision says how sure one is, too. */
  private static List<AnswerOption> options(OpenRun run, Trial trial) {
    return run.study().questions().graded()
        ? AnswerOption.grades(run.course())
        : AnswerOption.of(run.course(), trial);
  }

  private static String wanted(OpenRun run, Judgement asked) {
    String answer = asked.answer().orElseThrow();
    return Optional.of(run.study().questions())
        .filter(Study.Questions::graded)
        .flatMap(graded -> Grade.of(answer, asked.confidence().orElseThrow()))
        .map(run.words()::of)
        .orElseGet(() -> AnswerOption.label(run.course(), answer));
  }

  private static ScaleView plain(String name, int value, Words words, AnswerForm form) {
    return ScaleView.plain(name, words.attentionChoose(String.valueOf(value)), form.chosen(name));
  }

  private TemplateInstance training(OpenRun run, Trial trial) {
    return Templates.training(
        run.frame(trial.position() - 1),
        run.course().trials().number(trial),
        run.course().counts().training(),
        run.exhibit(trial).orElseThrow(),
        action(run, trial),
        preload(run, trial),
        run.path());
  }

  private static List<ScaleView> scales(OpenRun run, Trial trial, AnswerForm form) {
    Inquiry inquiry = run.course().inquiry(trial);
    Study.Questions questions = run.study().questions();
    List<ScaleView> scales = new ArrayList<>();
    if (inquiry.confidence() && !inquiry.graded()) {
      scales.add(scale("confidence", questions.confidence().orElseThrow(), run, form));
    }
    if (inquiry.clarity()) {
      scales.add(scale("clarity", questions.clarity().orElseThrow(), run, form));
    }
    return scales;
  }

  private static ScaleView scale(String name, Study.Scale scale, OpenRun run, AnswerForm form) {
    return ScaleView.of(name, scale, run.language(), form.chosen(name));
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
