package org.xaistudy.server.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;

/** A closed study's report; behind the researcher's password. */
@Authenticated
@Path("/researcher/{study}/report")
class ReportPages {
  /** The report is one self-contained file: its style is within it, and it has no script. */
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'";

  private final Studies studies;
  private final StudyReport report;

  ReportPages(Studies studies, StudyReport report) {
    this.studies = studies;
    this.report = report;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance notYet(Frame frame, String reason);
  }

  @GET
  public Response report(@PathParam("study") String id, @Context HttpServerResponse response)
      throws IOException {
    OpenStudy study = studies.find(id).orElseThrow(NotFoundException::new);
    if (!report.isClosed(study)) {
      return notYet("It opens when every place is taken and everybody has finished.");
    }
    try {
      String html = report.html(study);
      // Replaces the policy of all other pages; two would both have to allow the style.
      response.putHeader("Content-Security-Policy", POLICY);
      return Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
          .header("Cache-Control", "no-store")
          .build();
    } catch (AnalysisException e) {
      return notYet("The plan cannot be carried out on these answers: " + e.getMessage());
    }
  }

  private static Response notYet(String reason) {
    return Html.page(
        Response.Status.CONFLICT.getStatusCode(),
        Templates.notYet(Frame.of(Locale.ENGLISH, "Report"), reason),
        Locale.ENGLISH);
  }
}
