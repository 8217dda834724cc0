package org.xaistudy.server.researcher;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.export.Archive;
import org.xaistudy.server.export.AssignmentExport;
import org.xaistudy.server.export.BehaviourExport;
import org.xaistudy.server.export.CommentExport;
import org.xaistudy.server.export.DecisionExport;
import org.xaistudy.server.export.ParticipantExport;
import org.xaistudy.server.export.PaymentExport;
import org.xaistudy.server.export.ResponseExport;
import org.xaistudy.server.export.Table;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.recruitment.PersonalLinks;
import org.xaistudy.studies.Recruitment;

/** A study's files for its researcher; behind the password. */
@Authenticated
@Path("/researcher/{study}")
class Downloads {
  private static final String CSV = "text/csv; charset=UTF-8";
  private final Studies studies;
  private final KeptVersions kept;
  private final ResponseExport responses;
  private final List<Table> others;
  private final List<Table> ofPeople;
  private final Archive archive;
  private final Invitations invitations;

  Downloads(
      Studies studies,
      KeptVersions kept,
      ResponseExport responses,
      ParticipantExport participants,
      BehaviourExport behaviour,
      AssignmentExport assignment,
      PaymentExport payments,
      CommentExport comments,
      DecisionExport decisions,
      Archive archive,
      Invitations invitations) {
    this.studies = studies;
    this.kept = kept;
    this.responses = responses;
    this.others = List.of(participants, behaviour, assignment, decisions);
    this.ofPeople = List.of(payments, comments);
    this.archive = archive;
    this.invitations = invitations;
  }

  /** The answers; those of previews or of simulated people only if asked for. */
  @GET
  @Path("/responses.csv")
  @RolesAllowed(Role.ANALYSES)
  public Response responses(
      @PathParam("study") String id,
      @QueryParam("previews") boolean previews,
      @QueryParam("simulated") boolean simulated) {
    String study = known(id);
    return csv(responses.name(), out -> responses.write(study, also(previews, simulated), out));
  }

  private static ResponseExport.Also also(boolean previews, boolean simulated) {
    if (simulated) {
      return ResponseExport.Also.SIMULATED;
    }
    return previews ? ResponseExport.Also.PREVIEWS : ResponseExport.Also.NOBODY;
  }

  /** What leads to people, or may. */
  @GET
  @Path("/{table:(payments|comments)\\.csv}")
  @RolesAllowed(Role.OWNS)
  public Response tableOfPeople(@PathParam("study") String id, @PathParam("table") String name) {
    return table(ofPeople, id, name);
  }

  /** The other tables. */
  @GET
  @Path("/{table:(participants|behaviour|assignment|decisions)\\.csv}")
  @RolesAllowed(Role.ANALYSES)
  public Response table(@PathParam("study") String id, @PathParam("table") String name) {
    return table(others, id, name);
  }

  private Response table(List<Table> tables, String id, String name) {
    String study = known(id);
    Table table =
        tables.stream()
            .filter(other -> other.name().equals(name))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    return csv(name, out -> table.write(study, out));
  }

  /** Everything that may be published. */
  @GET
  @Path("/archive.zip")
  @RolesAllowed(Role.ANALYSES)
  public Response archive(@PathParam("study") String id) {
    String study = known(id);
    return file("archive.zip", "application/zip", out -> archive.write(study, out));
  }

  /** Links for so many people; asked for again, the same ones. */
  @GET
  @Path("/personal-links.csv")
  @RolesAllowed(Role.OWNS)
  public Response personalLinks(
      @PathParam("study") String id, @QueryParam("count") @DefaultValue("25") int count) {
    OpenStudy study = study(id);
    if (study.study().recruitment().stream().noneMatch(Recruitment.Personal.class::isInstance)) {
      throw new NotFoundException();
    }
    if (count < 1 || count > PersonalLinks.MOST) {
      return Response.status(Html.UNPROCESSABLE)
          .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
          .entity("count: expected 1 to " + PersonalLinks.MOST + ", found " + count)
          .build();
    }
    return csv("personal-links.csv", out -> invitations.write(study, count, out));
  }

  /** A study whose answers are here, even if its files are broken by now. */
  private String known(String id) {
    if (studies.find(id).isEmpty() && !kept.studies().contains(id)) {
      throw new NotFoundException();
    }
    return id;
  }

  private OpenStudy study(String id) {
    return studies.find(id).orElseThrow(NotFoundException::new);
  }

  /** Something that writes a table. */
  private interface Content {
    void write(Appendable out) throws IOException;
  }

  private static Response csv(String name, Content content) {
    return file(
        name,
        CSV,
        out -> {
          var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          content.write(writer);
          writer.flush();
        });
  }

  private static Response file(String name, String type, StreamingOutput body) {
    return Response.ok(body)
        .type(type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
