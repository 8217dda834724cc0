package org.xaistudy.server.participation;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.xaistudy.server.enrolment.Colours;
import org.xaistudy.server.page.Html;

/**
 * The address of a run, which always shows the next step: reload, back, a second tab and a page
 * that is not next all end here. What is sent goes to the classes of the single steps.
 */
@Path("/r/{token}")
class RunPages {
  private final OpenRuns runs;
  private final Participation participation;
  private final DevicePages device;
  private final InstructionPages instructions;
  private final ComprehensionPages comprehension;
  private final TrialPages trials;
  private final QuestionnairePages questionnaire;

  RunPages(
      OpenRuns runs,
      Participation participation,
      DevicePages device,
      InstructionPages instructions,
      ComprehensionPages comprehension,
      TrialPages trials,
      QuestionnairePages questionnaire) {
    this.runs = runs;
    this.participation = participation;
    this.device = device;
    this.instructions = instructions;
    this.comprehension = comprehension;
    this.trials = trials;
    this.questionnaire = questionnaire;
  }

  @GET
  public Response next(@PathParam("token") String token) {
    OpenRun run = runs.find(token);
    Step step = participation.next(run.run());
    if (step instanceof Step.Judge judge) {
      return trials.show(run, judge.trial());
    }
    if (step instanceof Step.Device) {
      return device.show(run);
    }
    if (step instanceof Step.Instructions) {
      return instructions.show(run);
    }
    if (step instanceof Step.Comprehension) {
      return comprehension.show(run);
    }
    return step instanceof Step.Questions ? questionnaire.show(run) : EndPages.show(run, step);
  }

  /** Other colours for heat maps; the page comes again in them. */
  @POST
  @Path("/colours")
  public Response colours(@PathParam("token") String token, @FormParam("colours") Colours wanted) {
    OpenRun run = runs.find(token);
    participation.see(token, wanted == null ? run.run().colours().other() : wanted);
    return Html.seeOther(run.path() + "#explanation");
  }

  /** Says that the person is still there; the page does so by itself while it is looked at. */
  @POST
  @Path("/alive")
  public Response alive(@PathParam("token") String token) {
    participation.next(runs.find(token).run());
    return Response.noContent().build();
  }
}
