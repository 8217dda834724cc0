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
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.export.BonusList;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.studies.Recruitment;
import org.xaistudy.studies.Recruitment.Outcome;

/** What to set where, on the platform from which people come. */
@Authenticated
@Path("/researcher/{study}")
class PlatformPages {
  private static final int FRAME_HEIGHT = 800;
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,4}(\\.\\d{1,4})?");
  private final Studies studies;
  private final Links links;
  private final BonusList bonuses;
  private final SecurityIdentity who;

  PlatformPages(Studies studies, Links links, BonusList bonuses, SecurityIdentity who) {
    this.bonuses = bonuses;
    this.who = who;
    this.studies = studies;
    this.links = links;
  }

  @CheckedTemplate(basePath = "ResearcherPages")
  static class Templates {
    private Templates() {}

    static native TemplateInstance platforms(Frame frame, String id, List<Way> ways);
  }

  /**
   * A way by which people come.
   *
   * @param name of the platform
   * @param copy what to paste there
   * @param steps what to do, in order
   * @param codes completion code or link back, for each outcome that has one
   */
  record Way(String name, String copy, List<String> steps, Map<String, String> codes) {}

  @GET
  @Path("/platforms")
  @RolesAllowed(Role.OWNS)
  public Response platforms(@PathParam("study") String id) {
    return Html.page(
        Templates.platforms(Frame.of(Locale.ENGLISH, "Platforms of " + id), id, ways(id)),
        Locale.ENGLISH);
  }

  /** The same as text. */
  @GET
  @Path("/platforms.txt")
  @RolesAllowed(Role.OWNS)
  public Response platformsAsText(@PathParam("study") String id) {
    StringBuilder text = new StringBuilder();
    for (Way way : ways(id)) {
      text.append(way.name()).append('\n').append(way.copy()).append('\n');
      way.steps().forEach(step -> text.append("- ").append(step).append('\n'));
      way.codes().forEach((what, code) -> text.append(what + ": " + code + '\n'));
      text.append('\n');
    }
    return Response.ok(text.toString())
        .type("text/plain; charset=UTF-8")
        .header("Cache-Control", "no-store")
        .build();
  }

  private List<Way> ways(String id) {
    OpenStudy study = studies.find(id).orElseThrow(NotFoundException::new);
    return study.study().recruitment().stream()
        .map(way -> way(way, links.participant(study)))
        .toList();
  }

  /** A list for the platform's bulk upload. */
  @POST
  @Path("/bonuses")
  @RolesAllowed(Role.OWNS)
  public Response bonuses(
      @PathParam("study") String id,
      @FormParam("ids") @Nullable String ids,
      @FormParam("each") @Nullable String each,
      @FormParam("most") @Nullable String most,
      @FormParam("form") @Nullable String form) {
    OpenStudy study = studies.find(id).orElseThrow(NotFoundException::new);
    Optional<BonusList.Rule> rule = rule(each, most);
    if (rule.isEmpty() || ids == null || ids.isBlank()) {
      return DeskPages.undone(
          Html.UNPROCESSABLE, id, "expected ids, one a line, and amounts such as 0.05 and 1.00");
    }
    List<String> people =
        ids.replace("\0", "").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    BonusList.Form wanted = "mturk".equals(form) ? BonusList.Form.MTURK : BonusList.Form.LINES;
    return bonuses
        .of(study, people, rule.get(), wanted, who.getPrincipal().getName())
        .map(
            list ->
                Response.ok(list)
                    .type("text/csv; charset=UTF-8")
                    .header("Content-Disposition", "attachment; filename=\"bonuses.csv\"")
                    .header("Cache-Control", "no-store")
                    .build())
        .orElseGet(
            () ->
                DeskPages.undone(
                    Response.Status.CONFLICT.getStatusCode(),
                    id,
                    "Bonuses tell who is right: they can be listed when the study is over."));
  }

  private static Optional<BonusList.Rule> rule(@Nullable String each, @Nullable String most) {
    return AMOUNT.matcher(String.valueOf(each)).matches()
            && AMOUNT.matcher(String.valueOf(most)).matches()
        ? Optional.of(
            new BonusList.Rule(
                new BigDecimal(String.valueOf(each)), new BigDecimal(String.valueOf(most))))
        : Optional.empty();
  }

  private static Way way(Recruitment way, String link) {
    if (way instanceof Recruitment.Prolific prolific) {
      return new Way("Prolific", prolific(prolific, link), PROLIFIC, words(prolific.codes()));
    }
    if (way instanceof Recruitment.Connect connect) {
      return new Way("CloudResearch Connect", link, connect(connect), words(connect.codes()));
    }
    if (way instanceof Recruitment.MTurk) {
      return new Way("Amazon Mechanical Turk", mturk(link), MTURK, Map.of());
    }
    if (way instanceof Recruitment.Generic generic) {
      return new Way(
          "A platform of its own", generic(generic, link), GENERIC, words(generic.returns()));
    }
    return way instanceof Recruitment.Personal
        ? new Way("Personal links", "", PERSONAL, Map.of())
        : new Way("Open link", link, OPEN, Map.of());
  }

  private static String prolific(Recruitment.Prolific way, String link) {
    return "%s?%s={{%%PROLIFIC_PID%%}}&%s={{%%STUDY_ID%%}}&%s={{%%SESSION_ID%%}}"
        .formatted(link, way.participant(), way.study(), way.session());
  }

  private static String generic(Recruitment.Generic way, String link) {
    return link
        + "?"
        + way.participant()
        + "=ID"
        + way.reference().map(name -> "&" + name + "=REFERENCE").orElse("");
  }

  private static String mturk(String link) {
    return """
        <ExternalQuestion xmlns="http://mechanicalturk.amazonaws.com/AWSMechanicalTurkDataSchemas/2006-07-14/ExternalQuestion.xsd">
          <ExternalURL>%s</ExternalURL>
          <FrameHeight>%d</FrameHeight>
        </ExternalQuestion>"""
        .formatted(link, FRAME_HEIGHT);
  }

  private static final List<String> PROLIFIC =
      List.of(
          "Study link: choose “I’ll use URL parameters” and paste the link above.",
          "Completion: choose to redirect people by a URL, and enter each code below with what it"
              + " stands for. The server sends people back with the code of how it ended.",
          "Set as many places as the study has. Who asks for deletion gives the place back here,"
              + " not there.",
          "Devices: allow those whose window is as large as study.yaml asks for.");

  private static List<String> connect(Recruitment.Connect way) {
    return List.of(
        "Paste the link above. Connect itself adds the parameter "
            + way.participant()
            + ", by which people are told apart; try it with Connect’s preview.",
        "Completion: choose a completion code that people enter, and enter the code below.");
  }

  private static final List<String> MTURK =
      List.of(
          "Create the HIT by the API with the question above; the study is shown in MTurk’s frame.",
          "The server must be reached by https. MTurk adds assignmentId, workerId and turkSubmitTo.",
          "At the end people hand in there; what is handed in carries their own code, which"
              + " payments.csv lists too.");

  private static final List<String> GENERIC =
      List.of(
          "Replace ID"
              + " (and REFERENCE) by what the platform puts in for the person and the participation.",
          "People are sent back by the links below.");

  private static final List<String> PERSONAL =
      List.of("Download personal-links.csv from the study’s page and send each person one link.");

  private static final List<String> OPEN =
      List.of(
          "Everybody with this link can take part, more than once too; people see a code of their"
              + " own at the end.");

  private static Map<String, String> words(Map<Outcome, String> codes) {
    Map<String, String> words = new TreeMap<>();
    codes.forEach(
        (outcome, code) ->
            words.put(outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '), code));
    return words;
  }
}
