package org.xaistudy.server.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.words.Words;
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

  /** The language of a report where nobody asks for another. */
  private static final String ENGLISH = "en";

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

    static native TemplateInstance plans(Frame frame, String first, String later, String language);
  }

  /** The report by the plan that was there first; where it was changed later, a choice of both. */
  @GET
  @RolesAllowed(Role.VIEWS)
  public Response report(
      @PathParam("study") String id,
      @QueryParam("language") @DefaultValue(ENGLISH) String language,
      @Context HttpServerResponse response)
      throws IOException {
    KeptVersion version = version(id);
    return version.laterPlan().isPresent() && report.isClosed(version)
        ? plans(version, version.laterPlan().get(), language)
        : report(version, version.first(), language, response);
  }

  /** The report by the plan that was there before the first answer. */
  @GET
  @Path("/first-plan")
  @RolesAllowed(Role.VIEWS)
  public Response first(
      @PathParam("study") String id,
      @QueryParam("language") @DefaultValue(ENGLISH) String language,
      @Context HttpServerResponse response)
      throws IOException {
    KeptVersion version = version(id);
    return report(version, version.first(), language, response);
  }

  /** The report by a plan that was made when there may have been answers already. */
  @GET
  @Path("/later-plan")
  @RolesAllowed(Role.VIEWS)
  public Response later(
      @PathParam("study") String id,
      @QueryParam("language") @DefaultValue(ENGLISH) String language,
      @Context HttpServerResponse response)
      throws IOException {
    KeptVersion version = version(id);
    KeptVersion.Edition later = version.laterPlan().orElseThrow(NotFoundException::new);
    return report(version, later, language, response);
  }

  private KeptVersion version(String id) {
    return kept.counting(id).orElseThrow(NotFoundException::new);
  }

  private Response report(
      KeptVersion version,
      KeptVersion.Edition edition,
      String language,
      HttpServerResponse response)
      throws IOException {
    if (!Words.languages().contains(language)) {
      return refused(
          Response.Status.NOT_FOUND,
          "There is none in that language; the languages are "
              + String.join(", ", Words.languages())
              + ".");
    }
    if (!report.isClosed(version)) {
      return notYet("It opens when every place is taken and everybody has finished.");
    }
    try {
      String html = report.html(version, edition, Words.of(language));
      // Replaces the policy of all other pages; two would both have to allow the style.
      response.putHeader("Content-Security-Policy", POLICY);
      return Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
          .header("Cache-Control", "no-store")
          .build();
    } catch (AnalysisException e) {
      return notYet("The plan cannot be carried out on these answers: " + e.getMessage());
    }
  }

  private static Response plans(KeptVersion version, KeptVersion.Edition later, String language) {
    return Html.page(
        Templates.plans(
            Frame.of(Locale.ENGLISH, "Report"),
            minute(version.frozenAt().orElseThrow()),
            minute(later.since()),
            language),
        Locale.ENGLISH);
  }

  private static String minute(Instant instant) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
        .format(instant.atOffset(ZoneOffset.UTC));
  }

  private static Response notYet(String reason) {
    return refused(Response.Status.CONFLICT, reason);
  }

  private static Response refused(Response.Status status, String reason) {
    return Html.page(
        status.getStatusCode(),
        Templates.notYet(Frame.of(Locale.ENGLISH, "Report"), reason),
        Locale.ENGLISH);
  }
}
