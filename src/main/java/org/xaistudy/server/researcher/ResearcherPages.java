package org.xaistudy.server.researcher;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.export.BehaviourExport;
import org.xaistudy.server.export.ResponseExport;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;

/** The researcher's overview and the answers; behind a password by the path's policy. */
@Path("/researcher")
class ResearcherPages {
  private final Studies studies;
  private final Places places;
  private final ResponseExport export;
  private final BehaviourExport behaviour;
  private final Links links;

  ResearcherPages(
      Studies studies,
      Places places,
      ResponseExport export,
      BehaviourExport behaviour,
      Links links) {
    this.studies = studies;
    this.places = places;
    this.export = export;
    this.behaviour = behaviour;
    this.links = links;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance overview(Frame frame, List<Overview> studies);
  }

  @GET
  @Transactional
  public Response overview() {
    List<Overview> views =
        studies.all().stream().map(study -> Overview.of(study, places.arms(study), links)).toList();
    return Html.page(
        Templates.overview(Frame.of(Locale.ENGLISH, "Studies"), views), Locale.ENGLISH);
  }

  /** The answers; those of previews only if asked for. */
  @GET
  @Path("/{study}/responses.csv")
  public Response responses(
      @PathParam("study") String study, @QueryParam("previews") boolean previews) {
    studies.find(study).orElseThrow(NotFoundException::new);
    return csv("responses.csv", writer -> export.write(study, previews, writer));
  }

  /** How people went about their answers. */
  @GET
  @Path("/{study}/behaviour.csv")
  public Response behaviour(@PathParam("study") String study) {
    studies.find(study).orElseThrow(NotFoundException::new);
    return csv("behaviour.csv", writer -> behaviour.write(study, writer));
  }

  /** Something that writes rows. */
  private interface Rows {
    void write(Appendable out) throws IOException;
  }

  private static Response csv(String name, Rows rows) {
    StreamingOutput body =
        out -> {
          var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          rows.write(writer);
          writer.flush();
        };
    return Response.ok(body)
        .type("text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
