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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.xaistudy.server.enrolment.Run;
import org.xaistudy.server.participation.Participation;
import org.xaistudy.server.trial.Behaviour;
import org.xaistudy.server.trial.Judgement;

/** A run, from the instructions to the end. */
@Path("/api/runs/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RunResource {
  private final Participation participation;
  private final RunViews views;

  RunResource(Participation participation, RunViews views) {
    this.participation = participation;
    this.views = views;
  }

  /** Where the run stands. */
  @GET
  public RunView state(@PathParam("token") String token) {
    return views.of(run(token));
  }

  /** Says that the instructions were read. */
  @POST
  @Path("/instructions")
  @Consumes(MediaType.WILDCARD)
  public RunView instructed(@PathParam("token") String token) {
    participation.instructed(run(token).token());
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
    if (request == null) {
      throw Problem.unprocessable("expected an answer");
    }
    Judgement judgement = request.judgement();
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
    participation.withdraw(run(token).token());
  }

  private Run run(String token) {
    return participation.find(token).orElseThrow(() -> Problem.notFound("no such run"));
  }
}
