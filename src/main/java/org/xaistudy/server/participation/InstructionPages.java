package org.xaistudy.server.participation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.images.AnswerOption;
import org.xaistudy.server.images.Exhibit;
import org.xaistudy.server.instructions.Guide;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.run.Course;
import org.xaistudy.server.run.Participation;
import org.xaistudy.server.run.Preparation;
import org.xaistudy.server.run.Stage;
import org.xaistudy.server.run.TrialCounts;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.TaskWords;

/**
 * How to read the explanations: before the first trial with each method, and again whenever a
 * person wants to.
 */
@Path("/r/{token}/instructions")
class InstructionPages {
  private final Preparation preparation;
  private final Participation participation;

  InstructionPages(Preparation preparation, Participation participation) {
    this.preparation = preparation;
    this.participation = participation;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance instructions(
        Frame frame,
        Guide guide,
        TaskWords words,
        List<Exhibit> examples,
        String correction,
        String rightExample,
        TrialCounts counts,
        boolean attention,
        Part part,
        int sessions,
        boolean scored,
        boolean failed,
        boolean again,
        boolean questions,
        String run);
  }

  /**
   * Which of the person's methods it is.
   *
   * @param number from 1
   * @param count how many there are
   */
  record Part(int number, int count) {}

  Response show(OpenRun run) {
    return show(run, false);
  }

  /** Notes that they were read. */
  @POST
  public Response read(@PathParam("token") String token) {
    return Html.seeOther(new OpenRun(preparation.instructed(token)).path());
  }

  /** To be read once more, by those who have read them. */
  @GET
  public Response again(@PathParam("token") String token) {
    OpenRun run = new OpenRun(participation.of(token));
    boolean read =
        run.run().isInstructed() && !(run.course().stage() instanceof Stage.Instructions);
    return read ? show(run, true) : Html.seeOther(run.path());
  }

  /** Of the second example, if there are two. */
  private static String correction(OpenStudy open, String language) {
    return open.examples().stream()
        .skip(1)
        .findFirst()
        .flatMap(example -> open.correction(example, language))
        .orElse("");
  }

  /** What is right of the first example, where no sentence of the task's says it. */
  private static String rightExample(Course course) {
    OpenStudy open = course.open();
    return open.study().task().key() == Task.Key.CANDIDATE
        ? AnswerOption.label(course, open.rightAnswer(open.examples().get(0)).orElseThrow())
        : "";
  }

  private Response show(OpenRun run, boolean again) {
    OpenStudy open = run.course().open();
    Course course = run.course();
    boolean first = course.part() == 0;
    boolean failed = !again && first && run.run().comprehensionTries() > 0;
    return Html.page(
        Templates.instructions(
            run.frame(again || !first ? course.trials().answered() : 0),
            Guide.to(
                run.study().method(run.course().method()),
                open.bundle().manifest(),
                run.language()),
            run.words(),
            Exhibit.examples(run.course()),
            correction(open, run.language()),
            rightExample(run.course()),
            TrialCounts.withOneMethod(open),
            course.counts().attention() > 0,
            new Part(course.part() + 1, run.study().methodsPerPerson()),
            run.study().design().sessions(),
            run.study().task().key() != Task.Key.NONE,
            failed,
            again,
            first && run.study().comprehension().isPresent(),
            run.path()),
        run.locale());
  }
}
