package org.xaistudy.server.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.bundle.KeptVersion;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;

/** A closed study's report; behind the researcher's password. */
@Authenticated
@Path("/researcher/{study}/report")
class ReportPages {
  /** The report is one self-contained file: its style is within it, and it has no script. */
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'";

  private final KeptVersions kept;
  private final StudyReport report;

  ReportPages(KeptVersions kept, StudyReport report) {
    this.kept = kept;
    this.report = report;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance notYet(Frame frame, String reason);

    static native TemplateInstance plans(Frame frame, String first, String later);
  }

  /** The report by the plan that was there first; where it was changed later, a choice of both. */
  @GET
  @RolesAllowed(Role.VIEWS)
  public Response report(@PathParam("study") String id, @Context HttpServerResponse response)
      throws IOException {
    KeptVersion version = version(id);
    return version.laterPlan().isPresent() && report.isClosed(version)
        ? plans(version, version.laterPlan().get())
        : report(version, version.first(), response);
  }

  /** The report by the plan that was there before the first answer. */
  @GET
  @Path("/first-plan")
  @RolesAllowed(Role.VIEWS)
  public Response first(@PathParam("study") String id, @Context HttpServerResponse response)
      throws IOException {
    KeptVersion version = version(id);
    return report(version, version.first(), response);
  }

  /** The report by a plan that was made when there may have been answers already. */
  @GET
  @Path("/later-plan")
  @RolesAllowed(Role.VIEWS)
  public Response later(@PathParam("study") String id, @Context HttpServerResponse response)
      throws IOException {
    KeptVersion version = version(id);
    return report(version, version.laterPlan().orElseThrow(NotFoundException::new), response);
  }

  private KeptVersion version(String id) {
    return kept.counting(id).orElseThrow(NotFoundException::new);
  }

  private Response report(
      KeptVersion version, KeptVersion.Edition edition, HttpServerResponse response)
      throws IOException {
    if (!report.isClosed(version)) {
      return notYet("It opens when every place is taken and everybody has finished.");
    }
    try {
      String html = report.html(version, edition);
      // Replaces the policy of all other pages; two would both have to allow the style.
      response.putHeader("Content-Security-Policy", POLICY);
      return Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
          .header("Cache-Control", "no-store")
          .build();
    } catch (AnalysisException e) {
      return notYet("The plan cannot be carried out on these answers: " + e.getMessage());
    }
  }

  private static Response plans(KeptVersion version, KeptVersion.Edition later) {
    return Html.page(
        Templates.plans(
            Frame.of(Locale.ENGLISH, "Report"),
            minute(version.frozenAt().orElseThrow()),
            minute(later.since())),
        Locale.ENGLISH);
  }

  private static String minute(Instant instant) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
        .format(instant.atOffset(ZoneOffset.UTC));
  }

  private static Response notYet(String reason) {
    return Html.page(
        Response.Status.CONFLICT.getStatusCode(),
        Templates.notYet(Frame.of(Locale.ENGLISH, "Report"), reason),
        Locale.ENGLISH);
  }
}
