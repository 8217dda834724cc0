package org.xaistudy.server.researcher;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.assignment.Arm;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.bundle.StudyStates;
import org.xaistudy.server.page.CsvText;

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

  /** How far all arms are. */
  @GET
  @RolesAllowed(Role.VIEWS)
  @Transactional
  public Response studies() {
    return CsvText.of(
        List.of("study", "version", "state", "method", "completed", "at_work", "free", "link"),
        studies.all().stream().flatMap(this::arms));
  }

  private Stream<List<String>> arms(OpenStudy study) {
    return places.arms(study).stream().map(arm -> row(study, arm));
  }

  private List<String> row(OpenStudy study, Arm arm) {
    return List.of(
        study.id(),
        String.valueOf(study.number()),
        states.of(study).written(),
        arm.method(),
        String.valueOf(arm.completed()),
        String.valueOf(arm.live()),
        String.valueOf(arm.free()),
        links.participant(study));
  }
}
