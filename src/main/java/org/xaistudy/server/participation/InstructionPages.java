package org.xaistudy.server.participation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.xaistudy.server.images.Exhibit;
import org.xaistudy.server.instructions.Guide;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.studies.manifest.Manifest;

/** How to read the explanations: before the first trial, and again whenever a person wants to. */
@Path("/r/{token}/instructions")
class InstructionPages {
  private final OpenRuns runs;
  private final Preparation preparation;
  private final Participation participation;

  InstructionPages(OpenRuns runs, Preparation preparation, Participation participation) {
    this.runs = runs;
    this.preparation = preparation;
    this.participation = participation;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance instructions(
        Frame frame,
        Guide guide,
        List<Exhibit> examples,
        Progress progress,
        boolean failed,
        boolean again,
        boolean questions,
        String run);
  }

  Response show(OpenRun run) {
    return show(run, false);
  }

  /** Notes that they were read. */
  @POST
  public Response read(@PathParam("token") String token) {
    OpenRun run = runs.find(token);
    preparation.instructed(token);
    return Html.seeOther(run.path());
  }

  /** To be read once more, by those who have read them. */
  @GET
  public Response again(@PathParam("token") String token) {
    OpenRun run = runs.find(token);
    return run.run().isInstructed() ? show(run, true) : Html.seeOther(run.path());
  }

  private Response show(OpenRun run, boolean again) {
    boolean failed = !again && run.run().comprehensionTries() > 0;
    return Html.page(
        Templates.instructions(
            run.frame(again ? participation.answered(run.run()) : 0),
            Guide.to(run.study().method(run.run().method())),
            examples(run),
            Progress.of(run.open()),
            failed,
            again,
            run.study().comprehension().isPresent(),
            run.path()),
        run.locale());
  }

  private static List<Exhibit> examples(OpenRun run) {
    List<Exhibit> examples = new ArrayList<>();
    for (Manifest.Stimulus example : run.open().examples()) {
      String base = "/i/" + run.run().token() + "/example/" + examples.size();
      examples.add(
          Exhibit.of(
              run.open(), example, run.run().method(), run.language(), run.run().colours(), base));
    }
    return examples;
  }
}
