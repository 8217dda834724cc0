package org.xaistudy.server.researcher;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.assignment.Arm;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.bundle.StudyStates;

/** The overview for programs. */
@Authenticated
@Path("/researcher/studies.csv")
class StudyList {
  private final Studies studies;
  private final StudyStates states;
  private final Places places;
  private final Links links;

  StudyList(Studies studies, StudyStates states, Places places, Links links) {
    this.studies = studies;
    this.states = states;
    this.places = places;
    this.links = links;
  }

  /** How far all arms are, for programs: a line each. */
  @GET
  @RolesAllowed(Role.VIEWS)
  @Transactional
  public Response studies() throws IOException {
    StringBuilder out = new StringBuilder();
    CSVPrinter csv =
        new CSVPrinter(
            out,
            CSVFormat.RFC4180
                .builder()
                .setHeader(
                    "study", "version", "state", "method", "completed", "at_work", "free", "link")
                .get());
    for (OpenStudy study : studies.all()) {
      for (Arm arm : places.arms(study)) {
        csv.printRecord(
            study.id(),
            study.number(),
            states.of(study).written(),
            arm.method(),
            arm.completed(),
            arm.live(),
            arm.free(),
            links.participant(study));
      }
    }
    return Response.ok(out.toString())
        .type("text/csv; charset=UTF-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}
