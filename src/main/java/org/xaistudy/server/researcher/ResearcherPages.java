package org.xaistudy.server.researcher;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.assignment.Places;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.bundle.StudyStates;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;

/** The researcher's overview; behind the password. */
@Authenticated
@Path("/researcher")
class ResearcherPages {
  private final Studies studies;
  private final KeptVersions kept;
  private final Places places;
  private final StudyStates states;
  private final Links links;

  ResearcherPages(
      Studies studies, KeptVersions kept, Places places, StudyStates states, Links links) {
    this.states = states;
    this.studies = studies;
    this.kept = kept;
    this.places = places;
    this.links = links;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance overview(
        Frame frame, List<StudyStatus> studies, List<NotRunning> notRunning);
  }

  @GET
  @Transactional
  @RolesAllowed(Role.VIEWS)
  public Response overview() {
    List<StudyStatus> views =
        studies.all().stream()
            .map(study -> StudyStatus.of(study, places.arms(study), states.of(study), links))
            .toList();
    return Html.page(
        Templates.overview(Frame.of(Locale.ENGLISH, "Studies"), views, notRunning()),
        Locale.ENGLISH);
  }

  private List<NotRunning> notRunning() {
    String reason =
        studies.problems().isEmpty()
            ? "its folder is not among those that this server runs."
            : String.join("; ", studies.problems()) + ".";
    return kept.studies().stream()
        .filter(id -> studies.find(id).isEmpty())
        .map(id -> new NotRunning(id, reason))
        .toList();
  }
}
