package org.xaistudy.server.api;

import jakarta.transaction.Transactional;
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
import org.xaistudy.server.run.Course;
import org.xaistudy.server.run.Participation;
import org.xaistudy.server.run.Preparation;
import org.xaistudy.server.run.Stage;
import org.xaistudy.server.run.UnfitAnswerException;
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
  @Transactional
  public RunView state(@PathParam("token") String token) {
    return views.of(participation.advance(token));
  }

  /** Says how large the window is, in CSS pixels; one that cannot be made larger ends the run. */
  @POST
  @Path("/device")
  @Transactional
  public RunView device(@PathParam("token") String token, DeviceRequest request) {
    DeviceRequest device = ProblemDetail.require(request);
    if (device.cannotBeLarger()) {
      return views.of(preparation.incompatible(token));
    }
    Course course = preparation.device(token, device.width(), device.height());
    if (course.stage() instanceof Stage.Device) {
      throw ProblemDetail.unprocessable("the window is smaller than the study asks for");
    }
    return views.of(course);
  }

  /** Says that the instructions were read. */
  @POST
  @Path("/instructions")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  public RunView instructed(@PathParam("token") String token) {
    return views.of(preparation.instructed(token));
  }

  /**
   * Answers the questions about the instructions. After a wrong answer the instructions come again;
   * after the last try the run is ended.
   */
  @POST
  @Path("/comprehension")
  @Transactional
  public RunView comprehended(@PathParam("token") String token, ComprehensionRequest request) {
    return views.of(preparation.comprehended(token, ProblemDetail.require(request).chosen()));
  }

  /** Replies to the questionnaire, by the questions' ids; sent again it changes nothing. */
  @PUT
  @Path("/questionnaire")
  @Transactional
  public RunView reply(@PathParam("token") String token, Map<String, String> replies) {
    List<String> wanting = participation.reply(token, ProblemDetail.require(replies));
    if (!wanting.isEmpty()) {
      throw ProblemDetail.unprocessable("missing or out of range: " + String.join(", ", wanting));
    }
    return views.of(participation.of(token));
  }

  /**
   * Answers a trial. Sent again it changes nothing, whatever it says; sent for a trial that does
   * not come yet it is refused.
   */
  @PUT
  @Path("/trials/{place}/answer")
  @Transactional
  public RunView answer(
      @PathParam("token") String token, @PathParam("place") int position, AnswerRequest request) {
    Judgement judgement = ProblemDetail.require(request).judgement();
    Course course = answered(token, position, judgement);
    if (course.trials().at(position).isEmpty()) {
      throw ProblemDetail.notFound("no trial " + position + " in this run");
    }
    if (course.trials().answered() < position) {
      throw ProblemDetail.conflict(
          "trial " + position + " is not the next one, or the place is gone");
    }
    return views.of(course);
  }

  private Course answered(String token, int position, Judgement judgement) {
    try {
      return participation.answer(token, position, judgement, Behaviour.UNKNOWN);
    } catch (UnfitAnswerException e) {
      throw ProblemDetail.unprocessable(
          e.getMessage() + "; expected " + AnswerRequest.expected(e.inquiry()));
    }
  }

  /** Withdraws: deletes the run and all its answers. */
  @DELETE
  @ResponseStatus(204)
  public void withdraw(@PathParam("token") String token) {
    participation.withdraw(token);
  }
}
