package org.xaistudy.server.deletion;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;

/**
 * Deletes a person's answers at their request; behind the researcher's password. What the person
 * wrote is sent in the body, so that it is in no address and no log.
 */
@Authenticated
@Path("/researcher/{study}/deletion")
class DeletionPages {
  private final Studies studies;
  private final Deletion deletion;

  DeletionPages(Studies studies, Deletion deletion) {
    this.studies = studies;
    this.deletion = deletion;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance search(Frame frame, String action);

    static native TemplateInstance found(Frame frame, String action, List<Finding> findings);

    static native TemplateInstance done(Frame frame, String action, String participant);
  }

  @GET
  @RolesAllowed(Role.OWNS)
  public Response search(@PathParam("study") String id) {
    OpenStudy study = study(id);
    return page(Templates.search(frame(study), action(study)));
  }

  @POST
  @RolesAllowed(Role.OWNS)
  public Response find(@PathParam("study") String id, @FormParam("name") String name) {
    OpenStudy study = study(id);
    if (name == null || name.isBlank()) {
      return Html.seeOther(action(study));
    }
    return page(
        Templates.found(
            frame(study), action(study), deletion.find(study, name.replace("\0", "").strip())));
  }

  /** Deletes for good. */
  @POST
  @Path("/confirmed")
  @RolesAllowed(Role.OWNS)
  public Response delete(
      @PathParam("study") String id, @FormParam("participant") String participant) {
    OpenStudy study = study(id);
    boolean deleted = participant != null && deletion.delete(study, participant);
    return page(
        deleted
            ? Templates.done(frame(study), action(study), participant)
            : Templates.found(frame(study), action(study), List.of()));
  }

  /** Whoever reloads a page that was sent starts again. */
  @GET
  @Path("/confirmed")
  @RolesAllowed(Role.OWNS)
  public Response again(@PathParam("study") String id) {
    return Html.seeOther(action(study(id)));
  }

  @TemplateExtension
  static String minute(Instant instant) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
        .format(instant.atOffset(ZoneOffset.UTC));
  }

  private OpenStudy study(String id) {
    return studies.find(id).orElseThrow(NotFoundException::new);
  }

  private static String action(OpenStudy study) {
    return "/researcher/" + study.id() + "/deletion";
  }

  private static Frame frame(OpenStudy study) {
    return Frame.of(Locale.ENGLISH, study.study().title().in(Locale.ENGLISH.getLanguage()));
  }

  private static Response page(TemplateInstance template) {
    return Html.page(template, Locale.ENGLISH);
  }
}
