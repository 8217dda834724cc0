package org.xaistudy.server.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.bundle.StudyState;
import org.xaistudy.server.enrolment.Admission;
import org.xaistudy.server.enrolment.Arrival;
import org.xaistudy.server.enrolment.Enrolment;
import org.xaistudy.server.enrolment.Invitation;
import org.xaistudy.server.environment.Client;
import org.xaistudy.server.environment.Device;
import org.xaistudy.server.recruitment.Referral;
import org.xaistudy.server.run.Course;

/** Studies and the way into them. */
@Path("/api/studies/{study}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StudyResource {
  private static final String KEY = "[A-Za-z0-9_-]{32}";
  private final Studies studies;
  private final Enrolment enrolment;
  private final RunViews views;

  StudyResource(Studies studies, Enrolment enrolment, RunViews views) {
    this.studies = studies;
    this.enrolment = enrolment;
    this.views = views;
  }

  /** The study with its texts; reserves nothing. */
  @GET
  public StudyView study(@PathParam("study") String study) {
    return StudyView.of(find(study));
  }

  /** Takes a person in, once per key and per person of a platform. */
  @POST
  @Path("/runs")
  public Response enrol(
      @PathParam("study") String id, EnrolRequest request, @Context HttpServerRequest from) {
    OpenStudy study = find(id);
    if (request == null || request.key() == null || !request.key().matches(KEY)) {
      throw ProblemDetail.unprocessable("key: expected 32 letters, digits, hyphens or underscores");
    }
    int consent = study.study().consent().version();
    if (request.consentVersion() == null || request.consentVersion() != consent) {
      throw ProblemDetail.unprocessable(
          "consentVersion: expected " + consent + ", the version shown");
    }
    Invitation invitation = Invitation.of(request.parameters());
    Referral referral =
        invitation
            .referral(study)
            .filter(sent -> !sent.isOnlyLooking())
            .orElseThrow(
                () ->
                    ProblemDetail.unprocessable(
                        "parameters: not those of a platform of this study"));
    Arrival arrival =
        new Arrival(
            request.key(),
            study.language(invitation.language().stream().toList()),
            invitation.looking(study),
            referral,
            Client.of(from),
            Device.of(from));
    return Response.status(Response.Status.CREATED)
        .header("Cache-Control", "no-store")
        .entity(views.ofAdmitted(admit(study, arrival)))
        .build();
  }

  private Course admit(OpenStudy study, Arrival arrival) {
    return enrolment.enrol(study, arrival).visit(new Reception());
  }

  private static final class Reception implements Admission.Visitor<Course> {
    @Override
    public Course taken(Course course) {
      return course;
    }

    @Override
    public Course full() {
      throw ProblemDetail.conflict("all places are taken; some may become free");
    }

    @Override
    public Course crowded() {
      throw ProblemDetail.tooMany(
          "too many from one address have begun and not answered anything; let some of them go on");
    }

    @Override
    public Course busy() {
      throw ProblemDetail.unavailable("very many arrive just now; try again in a moment");
    }

    @Override
    public Course repeated() {
      throw ProblemDetail.conflict(
          "this person took part in an earlier study that excludes from this one");
    }

    @Override
    public Course notOpen(StudyState state) {
      throw ProblemDetail.conflict("nobody is taken in: the study is " + state.written());
    }
  }

  private OpenStudy find(String id) {
    return studies.find(id).orElseThrow(() -> ProblemDetail.notFound("no study " + id));
  }
}
