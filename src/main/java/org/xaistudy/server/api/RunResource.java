package org.xaistudy.server.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.xaistudy.server.enrolment.Run;
import org.xaistudy.server.participation.Participation;
import org.xaistudy.server.participation.Preparation;
import org.xaistudy.server.trial.Behaviour;
import org.xaistudy.server.trial.Judgement;

/** A run, from the instructions to the end. */
@Path("/api/runs/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RunResource {
  private final Preparation preparation;
  private final Participation participation;
  private final RunViews views;

  RunResource(Preparation preparation, Participation participation, RunViews views) {
    this.preparation = preparation;
    this.participation = participation;
    this.views = views;
  }

  /** Where the run stands. */
  @GET
  public RunView state(@PathParam("token") String token) {
    return views.of(run(token));
  }

  /** Says how large the window is, in CSS pixels; one that cannot be made larger ends the run. */
  @POST
  @Path("/device")
  public RunView device(@PathParam("token") String token, DeviceRequest request) {
    DeviceRequest device = Problem.require(request);
    if (device.cannotBeLarger()) {
      preparation.incompatible(run(token).token());
    } else if (!preparation.device(run(token).token(), device.width(), device.height())) {
      throw Problem.unprocessable("the window is smaller than the study asks for");
    }
    return views.of(run(token));
  }

  /** Says that the instructions were read. */
  @POST
  @Path("/instructions")
  @Consumes(MediaType.WILDCARD)
  public RunView instructed(@PathParam("token") String token) {
    preparation.instructed(run(token).token());
    return views.of(run(token));
  }

  /**
   * Answers the questions about the instructions. After a wrong answer the instructions come again;
   * after the last try the run is ended.
   */
  @POST
  @Path("/comprehension")
  public RunView comprehended(@PathParam("token") String token, ComprehensionRequest request) {
    preparation.comprehended(run(token).token(), Problem.require(request).chosen());
    return views.of(run(token));
  }

  /** Replies to the questionnaire, by the questions' ids; sent again it changes nothing. */
  @PUT
  @Path("/questionnaire")
  public RunView reply(@PathParam("token") String token, Map<String, String> replies) {
    List<String> wanting = participation.reply(run(token).token(), Problem.require(replies));
    if (!wanting.isEmpty()) {
      throw Problem.unprocessable("missing or out of range: " + String.join(", ", wanting));
    }
    return views.of(run(token));
  }

  /**
   * Answers a trial. Sent again it changes nothing, whatever it says; sent for a trial that does
   * not come yet it is refused.
   */
  @PUT
  @Path("/trials/{place}/answer")
  public RunView answer(
      @PathParam("token") String token, @PathParam("place") int place, AnswerRequest request) {
    Run run = run(token);
    if (participation.trial(run, place).isEmpty()) {
      throw Problem.notFound("no trial " + place + " in this run");
    }
    Judgement judgement = Problem.require(request).judgement();
    participation.answer(token, place, judgement, Behaviour.UNKNOWN);
    RunView view = views.of(run(token));
    if (view.answered() < place) {
      throw Problem.conflict("trial " + place + " is not the next one, or the place is gone");
    }
    return view;
  }

  /** Withdraws: deletes the run and all its answers. */
  @DELETE
  @ResponseStatus(204)
  public void withdraw(@PathParam("token") String token) {
    if (participation.find(token).isEmpty()) {
      throw Problem.notFound("no such run");
    }
    participation.withdraw(token);
  }

  private Run run(String token) {
    Run run = participation.find(token).orElseThrow(() -> Problem.notFound("no such run"));
    views.study(run);
    return run;
  }
}
