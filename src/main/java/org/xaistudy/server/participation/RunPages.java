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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.enrolment.Run;
import org.xaistudy.server.images.Exhibit;
import org.xaistudy.server.instructions.Guide;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.page.Notice;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.server.trial.Judgement;
import org.xaistudy.server.trial.Kind;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.studies.Recruitment.Outcome;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.manifest.Manifest;

/**
 * From the instructions to the completion code. A page that is not next leads to the one that is.
 */
@Path("/r/{token}")
class RunPages {
  private final Studies studies;
  private final Participation participation;

  RunPages(Studies studies, Participation participation) {
    this.studies = studies;
    this.participation = participation;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance instructions(
        Frame frame,
        Guide guide,
        Exhibit cheats,
        Exhibit sound,
        int practice,
        int count,
        String action);

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
        String preload);

    static native TemplateInstance feedback(
        Frame frame,
        int number,
        int count,
        boolean right,
        boolean used,
        Exhibit exhibit,
        String next);

    static native TemplateInstance withdraw(Frame frame, String run);

    static native TemplateInstance thanks(
        Frame frame, int count, Return back, List<String> debrief);
  }

  /** Where a run is continued, whatever its next step. */
  static String path(Run run) {
    return "/r/" + run.token();
  }

  /** The next step, whichever it is: reload, back and a second tab all end here. */
  @GET
  public Response next(@PathParam("token") String token) {
    Run run = run(token);
    Optional<OpenStudy> study = studies.ofVersion(run.version());
    if (study.isEmpty()) {
      return Notice.CHANGED.show(Text.of(""), run.language());
    }
    Step step = participation.next(run);
    if (step instanceof Step.Judge judge) {
      participation.shown(run, judge.trial().place());
      return judge(run, study.get(), judge.trial(), AnswerForm.empty());
    }
    if (step instanceof Step.Instructions) {
      return instructions(run, study.get());
    }
    return step instanceof Step.Finished ? thanks(run, study.get()) : gone(run, study.get());
  }

  @POST
  @Path("/instructions")
  public Response instructed(@PathParam("token") String token) {
    participation.instructed(run(token).token());
    return Html.seeOther("/r/" + token);
  }

  @POST
  @Path("/trials/{place:\\d{1,4}}")
  public Response answer(
      @PathParam("token") String token, @PathParam("place") int place, @BeanParam AnswerForm form) {
    Run run = run(token);
    Trial trial = trial(run, place);
    Optional<Judgement> judgement = form.judgement();
    if (judgement.isEmpty()) {
      return again(run, trial, form);
    }
    participation.answer(token, place, judgement.get(), form.behaviour());
    return Html.seeOther(path(run) + (trial.kind() == Kind.PRACTICE ? "/feedback/" + place : ""));
  }

  @GET
  @Path("/feedback/{place:\\d{1,4}}")
  public Response feedback(@PathParam("token") String token, @PathParam("place") int place) {
    Run run = run(token);
    Trial trial = trial(run, place);
    Optional<Boolean> said = participation.said(trial);
    Optional<OpenStudy> study = studies.ofVersion(run.version());
    if (trial.kind() != Kind.PRACTICE || said.isEmpty() || study.isEmpty()) {
      return Html.seeOther(path(run));
    }
    Progress progress = Progress.of(study.get());
    return Html.page(
        Templates.feedback(
            frame(run, study.get(), place),
            place,
            progress.practice(),
            said.get() == trial.artefactUsed(),
            trial.artefactUsed(),
            exhibit(run, study.get(), trial),
            path(run)),
        run.language());
  }

  /** Says that the person is still there; the page does so by itself while it is looked at. */
  @POST
  @Path("/alive")
  public Response alive(@PathParam("token") String token) {
    participation.next(run(token));
    return Response.noContent().build();
  }

  @GET
  @Path("/withdraw")
  public Response withdraw(@PathParam("token") String token) {
    Run run = run(token);
    Frame frame = Frame.of(run.language(), title(run));
    return Html.page(Templates.withdraw(frame, path(run)), run.language());
  }

  /** Deletes at once. */
  @POST
  @Path("/withdraw")
  public Response withdrawn(@PathParam("token") String token) {
    Run run = run(token);
    Optional<OpenStudy> study = studies.ofVersion(run.version());
    participation.withdraw(token);
    return Notice.WITHDRAWN.show(
        Text.of(title(run)),
        run.language(),
        study
            .map(s -> Return.of(s.study(), run.referral(), Outcome.WITHDRAWN, Optional.empty()))
            .orElse(Return.NOWHERE));
  }

  private String title(Run run) {
    return studies
        .ofVersion(run.version())
        .map(study -> study.study().title().in(run.language().getLanguage()))
        .orElse("");
  }

  /** Whoever reloads a page that was sent is led to the next step. */
  @GET
  @Path("/{page:instructions|trials/\\d+}")
  public Response elsewhere(@PathParam("token") String token) {
    return Html.seeOther(path(run(token)));
  }

  private Response again(Run run, Trial trial, AnswerForm form) {
    Optional<OpenStudy> study = studies.ofVersion(run.version());
    boolean isNext =
        participation.next(run) instanceof Step.Judge judge
            && judge.trial().place() == trial.place();
    return isNext && study.isPresent()
        ? judge(run, study.get(), trial, form)
        : Html.seeOther(path(run));
  }

  private Response instructions(Run run, OpenStudy study) {
    List<Exhibit> examples = new ArrayList<>();
    for (Manifest.Stimulus example : study.examples()) {
      examples.add(
          Exhibit.of(
              study,
              example,
              run.method(),
              run.language().getLanguage(),
              "/i/" + run.token() + "/example/" + examples.size()));
    }
    Progress progress = Progress.of(study);
    return Html.page(
        Templates.instructions(
            frame(run, study, 0),
            Guide.to(study.study().method(run.method())),
            examples.get(0),
            examples.get(1),
            progress.practice(),
            progress.trials(),
            path(run) + "/instructions"),
        run.language());
  }

  private Response judge(Run run, OpenStudy study, Trial trial, AnswerForm form) {
    Study.Questions questions = study.study().questions();
    String language = run.language().getLanguage();
    boolean practising = trial.kind() == Kind.PRACTICE;
    Progress progress = Progress.of(study);
    return Html.page(
        form.isIncomplete() ? Html.UNPROCESSABLE : Html.OK,
        Templates.trial(
            frame(run, study, trial.place() - 1),
            practising,
            practising ? trial.place() : trial.place() - progress.practice(),
            practising ? progress.practice() : progress.trials(),
            exhibit(run, study, trial),
            questions.decision().in(language),
            List.of(
                ScaleView.of("confidence", questions.confidence(), language, form.confidence),
                ScaleView.of("clarity", questions.clarity(), language, form.clarity)),
            form,
            path(run) + "/trials/" + trial.place(),
            preload(run, study, trial)),
        run.language());
  }

  /** Pictures of the next trial, so that they are there when it comes. */
  private String preload(Run run, OpenStudy study, Trial trial) {
    return participation
        .trial(run, trial.place() + 1)
        .map(next -> String.join(" ", exhibit(run, study, next).links()))
        .orElse("");
  }

  private Response thanks(Run run, OpenStudy study) {
    Progress progress = Progress.of(study);
    return Html.page(
        Templates.thanks(
            frame(run, study, progress.all()),
            progress.trials(),
            back(run, study, Outcome.COMPLETED, run.completionCode()),
            study
                .study()
                .debrief()
                .map(text -> paragraphs(text.in(run.language().getLanguage())))
                .orElse(List.of())),
        run.language());
  }

  /** Paragraphs of a text, which empty lines separate. */
  static List<String> paragraphs(String text) {
    return List.of(text.strip().split("\\n\\s*\\n"));
  }

  private Response gone(Run run, OpenStudy study) {
    return Notice.GONE.show(
        study.study().title(), run.language(), back(run, study, Outcome.LATE, run.pseudonym()));
  }

  private static Return back(Run run, OpenStudy study, Outcome outcome, String code) {
    return Return.of(study.study(), run.referral(), outcome, Optional.of(code));
  }

  private static Exhibit exhibit(Run run, OpenStudy study, Trial trial) {
    return Exhibit.of(
        study,
        study.stimulus(trial.stimulus()),
        run.method(),
        run.language().getLanguage(),
        "/i/" + run.token() + "/" + trial.place());
  }

  private static Frame frame(Run run, OpenStudy study, int done) {
    return Frame.of(run.language(), study.study().title().in(run.language().getLanguage()))
        .withProgress(done, Progress.of(study).all())
        .withLeave(path(run) + "/withdraw");
  }

  private Run run(String token) {
    return participation.find(token).orElseThrow(NotFoundException::new);
  }

  private Trial trial(Run run, int place) {
    return participation.trial(run, place).orElseThrow(NotFoundException::new);
  }
}
