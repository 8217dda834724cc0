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
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.approval.Approvals;
import org.xaistudy.server.approval.Conduct;
import org.xaistudy.server.approval.People;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.page.CsvText;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;

/** Whose answers look as if nobody had been at work; approving and excluding. */
@Authenticated
@Path("/researcher/{study}")
class PeoplePages {
  private final Studies studies;
  private final People people;
  private final Approvals approvals;
  private final SecurityIdentity who;

  PeoplePages(Studies studies, People people, Approvals approvals, SecurityIdentity who) {
    this.studies = studies;
    this.people = people;
    this.approvals = approvals;
    this.who = who;
  }

  @CheckedTemplate(basePath = "ResearcherPages")
  static class Templates {
    private Templates() {}

    static native TemplateInstance people(Frame frame, String id, List<Conduct> people);
  }

  @GET
  @Path("/people")
  @RolesAllowed(Role.ANALYSES)
  public Response people(@PathParam("study") String id) {
    return Html.page(
        Templates.people(Frame.of(Locale.ENGLISH, "People of " + id), id, conduct(id)),
        Locale.ENGLISH);
  }

  private List<Conduct> conduct(String id) {
    OpenStudy study = studies.find(id).orElseThrow(NotFoundException::new);
    return people.of(study.study(), study.version(), approvals.of(id));
  }

  /** How everybody went about a study; nothing of it says who was right. */
  @GET
  @Path("/people.csv")
  @RolesAllowed(Role.ANALYSES)
  public Response asCsv(@PathParam("study") String id) {
    return CsvText.of(
        List.of(
            "participant",
            "method",
            "source",
            "outcome",
            "minutes",
            "answers",
            "seconds_each",
            "left_the_page",
            "signs",
            "decision",
            "reason"),
        conduct(id).stream().map(PeoplePages::row));
  }

  private static List<String> row(Conduct person) {
    return List.of(
        person.pseudonym(),
        person.method(),
        person.source(),
        person.outcome(),
        person.minutes(),
        String.valueOf(person.answers()),
        person.seconds(),
        String.valueOf(person.focusLosses()),
        String.join("; ", person.signs()),
        person.decided(),
        person.decision() == null ? "" : person.decision().reason());
  }

  /** Approves or excludes somebody. */
  @POST
  @Path("/people")
  @RolesAllowed(Role.OWNS)
  public Response decide(
      @PathParam("study") String id,
      @FormParam("participant") @Nullable String participant,
      @FormParam("decision") @Nullable String decision,
      @FormParam("reason") @Nullable String reason) {
    if (studies.find(id).isEmpty()) {
      throw new NotFoundException();
    }
    boolean approve = "approve".equals(decision);
    if (participant == null || !(approve || "exclude".equals(decision))) {
      return DeskPages.undone(
          Html.UNPROCESSABLE, id, "expected a participant, and approve or exclude");
    }
    String why = Reasons.of(reason);
    if (why.isEmpty()) {
      return DeskPages.unreasoned(id);
    }
    return approvals.decide(id, participant, approve, who.getPrincipal().getName(), why)
        ? Html.seeOther("/researcher/" + id + "/people")
        : DeskPages.undone(Html.UNPROCESSABLE, id, "participant: nobody here is called that");
  }
}
