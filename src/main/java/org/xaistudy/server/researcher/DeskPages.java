package org.xaistudy.server.researcher;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.blinding.Blinding;
import org.xaistudy.server.bundle.KeptVersion;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.bundle.StudyState;
import org.xaistudy.server.lifecycle.Lifecycle;
import org.xaistudy.server.lifecycle.RefusedException;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.studies.document.Problem;

/** The page of one study, and what can be done with it. */
@Authenticated
@Path("/researcher/{study}")
class DeskPages {
  private final Studies studies;
  private final KeptVersions kept;
  private final Desks desks;
  private final Lifecycle lifecycle;
  private final Blinding blinding;
  private final SecurityIdentity who;

  DeskPages(
      Studies studies,
      KeptVersions kept,
      Desks desks,
      Lifecycle lifecycle,
      Blinding blinding,
      SecurityIdentity who) {
    this.studies = studies;
    this.kept = kept;
    this.desks = desks;
    this.lifecycle = lifecycle;
    this.blinding = blinding;
    this.who = who;
  }

  @CheckedTemplate(basePath = "ResearcherPages")
  static class Templates {
    private Templates() {}

    static native TemplateInstance study(Frame frame, Desk desk);

    static native TemplateInstance validation(
        Frame frame, String id, List<Problem> problems, boolean edited, boolean draft);

    static native TemplateInstance undone(Frame frame, String id, String why);
  }

  @GET
  @RolesAllowed(Role.VIEWS)
  public Response desk(@PathParam("study") String id) {
    Desk desk = desks.of(study(id));
    return Html.page(Templates.study(frame(desk.status().title()), desk), Locale.ENGLISH);
  }

  /** What is wrong with the files as they are now. */
  @GET
  @Path("/validation")
  @RolesAllowed(Role.VIEWS)
  public Response validation(@PathParam("study") String id) {
    OpenStudy study = study(id);
    boolean draft = desks.of(study).state() == StudyState.DRAFT;
    return Html.page(
        Templates.validation(
            frame("Files of " + id), id, studies.validate(study), studies.areEdited(study), draft),
        Locale.ENGLISH);
  }

  /** The same as text, a line each; none if nothing is wrong. */
  @GET
  @Path("/validation.txt")
  @RolesAllowed(Role.VIEWS)
  public Response validationAsText(@PathParam("study") String id) {
    StringBuilder lines = new StringBuilder();
    studies.validate(study(id)).forEach(problem -> lines.append(problem).append('\n'));
    return Response.ok(lines.toString())
        .type("text/plain; charset=UTF-8")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Opens, pauses, closes … it. */
  @POST
  @Path("/state")
  @RolesAllowed(Role.OWNS)
  public Response become(
      @PathParam("study") String id,
      @FormParam("state") @Nullable String state,
      @FormParam("reason") @Nullable String reason) {
    OpenStudy study = study(id);
    Optional<StudyState> next =
        Arrays.stream(StudyState.values())
            .filter(known -> known.written().equals(state))
            .findFirst();
    if (next.isEmpty()) {
      return undone(
          Html.UNPROCESSABLE, id, "state: expected draft, preview, pilot, live, paused or closed");
    }
    if (next.get() == StudyState.CLOSED && Reasons.of(reason).isEmpty()) {
      return unreasoned(id);
    }
    return done(
        id,
        () -> {
          lifecycle.become(study, next.get(), by(), Reasons.of(reason));
          studies.refresh(); // or what comes after a pilot would be seen only in a while
        });
  }

  /** Adds places to each arm. */
  @POST
  @Path("/places")
  @RolesAllowed(Role.OWNS)
  public Response topUp(
      @PathParam("study") String id,
      @FormParam("more") int more,
      @FormParam("reason") @Nullable String reason) {
    OpenStudy study = study(id);
    if (Reasons.of(reason).isEmpty()) {
      return unreasoned(id);
    }
    return done(id, () -> lifecycle.topUp(study, more, by(), Reasons.of(reason)));
  }

  /** Lets the truth be told before the end. */
  @POST
  @Path("/unblinding")
  @RolesAllowed(Role.OWNS)
  public Response unblind(
      @PathParam("study") String id, @FormParam("reason") @Nullable String reason) {
    study(id);
    String why = Reasons.of(reason);
    if (why.isEmpty()) {
      return unreasoned(id);
    }
    return blinding.unblind(id, by(), why)
        ? Html.seeOther("/researcher/" + id)
        : undone(Response.Status.CONFLICT.getStatusCode(), id, "Nothing is hidden any more.");
  }

  /** A file as a version ran with it. */
  @GET
  @Path(
      "/versions/{version:\\d{1,6}}/editions/{edition:\\d{1,6}}/{file:study\\.yaml|manifest\\.json}")
  @RolesAllowed(Role.ANALYSES)
  public Response file(
      @PathParam("study") String id,
      @PathParam("version") int version,
      @PathParam("edition") int edition,
      @PathParam("file") String file) {
    if (file.equals("manifest.json")
        && blinding.blindVersion(id).filter(blind -> blind == version).isPresent()) {
      return undone(
          Response.Status.CONFLICT.getStatusCode(),
          id,
          "The manifest tells which model is which; it can be had when the study is over.");
    }
    KeptVersion.Edition found =
        kept.of(id).stream()
            .filter(candidate -> candidate.number() == version)
            .flatMap(candidate -> candidate.editions().stream())
            .filter(candidate -> candidate.number() == edition)
            .findFirst()
            .orElseThrow(NotFoundException::new);
    byte[] bytes =
        file.equals("study.yaml") ? found.study().document().bytes() : found.manifest().bytes();
    return Response.ok(bytes)
        .type("text/plain; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private static Response done(String id, Runnable step) {
    try {
      step.run();
      return Html.seeOther("/researcher/" + id);
    } catch (RefusedException e) {
      return undone(Response.Status.CONFLICT.getStatusCode(), id, String.valueOf(e.getMessage()));
    }
  }

  static Response unreasoned(String id) {
    return undone(Html.UNPROCESSABLE, id, "reason: say why, it is published with the results");
  }

  static Response undone(int status, String id, String why) {
    return Html.page(status, Templates.undone(frame("Researcher"), id, why), Locale.ENGLISH);
  }

  private String by() {
    return who.getPrincipal().getName();
  }

  private OpenStudy study(String id) {
    return studies.find(id).orElseThrow(NotFoundException::new);
  }

  private static Frame frame(String title) {
    return Frame.of(Locale.ENGLISH, title);
  }
}
