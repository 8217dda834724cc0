package org.xaistudy.server.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.InterimLook;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.bundle.KeptVersion;
import org.xaistudy.server.bundle.KeptVersions;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;

/** A look at the answers that the plan foresees before the end; everybody can read that it was. */
@Authenticated
@Path("/researcher/{study}/report/interim")
class InterimPages {
  private static final int CONFLICT = Response.Status.CONFLICT.getStatusCode();

  /** Below it, four decimals would show little. */
  private static final double SMALL = 0.001;

  private final KeptVersions kept;
  private final StudyReport report;
  private final InterimLooks looks;
  private final SecurityIdentity who;

  InterimPages(KeptVersions kept, StudyReport report, InterimLooks looks, SecurityIdentity who) {
    this.kept = kept;
    this.report = report;
    this.looks = looks;
    this.who = who;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance look(Frame frame, LookView look);

    static native TemplateInstance mayLook(
        Frame frame, String study, String look, int participants, String rule);

    static native TemplateInstance missing(
        Frame frame, String study, String look, int participants, Map<String, Integer> lacking);

    static native TemplateInstance none(Frame frame, String study, String reason);
  }

  /**
   * What a look tells.
   *
   * @param study its id
   * @param name such as {@code 1 of 3}
   * @param participants per method
   * @param measure what is compared
   * @param reference what the others are compared with
   * @param nominal the p that counts at this look, before it is corrected for several comparisons
   * @param alpha of all looks together
   * @param correction for several comparisons
   * @param tests one for each comparison
   * @param stop whether every one has found something
   * @param rule when to stop, in the plan's words; may be empty
   * @param next people per method at the next look
   * @param lacking how many have still to finish before that, for each method that lacks some; none
   *     where it is the report
   */
  record LookView(
      String study,
      String name,
      int participants,
      String measure,
      String reference,
      String nominal,
      String alpha,
      String correction,
      List<TestView> tests,
      boolean stop,
      String rule,
      int next,
      Map<String, Integer> lacking) {}

  /**
   * A comparison.
   *
   * @param method what is compared with the reference
   * @param p as it is
   * @param corrected raised for looks and comparisons
   * @param found whether that is at most α
   */
  record TestView(String method, String p, String corrected, boolean found) {}

  /** What the newest look tells, if it was taken; else whether it may be. */
  @GET
  @RolesAllowed(Role.OWNS)
  public Response look(@PathParam("study") String id) throws IOException {
    return whereDue(
        id,
        (version, standing) ->
            looks.isTaken(version, standing)
                ? taken(id, version, standing)
                : mayLook(id, standing));
  }

  /** Takes the newest look that the plan allows. */
  @POST
  @RolesAllowed(Role.OWNS)
  public Response take(@PathParam("study") String id) throws IOException {
    return whereDue(
        id,
        (version, standing) -> {
          // What cannot be carried out tells nothing, and is not kept.
          looks.result(version, standing);
          looks.keep(version, standing, who.getPrincipal().getName());
          return Html.seeOther("/researcher/" + id + "/report/interim");
        });
  }

  /** What is answered where a look is due. */
  private interface Due {
    Response answer(KeptVersion version, InterimLooks.Standing standing) throws IOException;
  }

  /** After the end there is the report; before a look is due, and where it cannot be had, why. */
  private Response whereDue(String id, Due due) throws IOException {
    KeptVersion version = version(id);
    if (report.isClosed(version)) {
      return Html.seeOther("/researcher/" + id + "/report");
    }
    InterimLooks.Standing standing = looks.standing(version);
    if (!standing.isReached()) {
      return tooEarly(id, standing);
    }
    try {
      return due.answer(version, standing);
    } catch (AnalysisException e) {
      return impossible(id, e);
    }
  }

  private static Response tooEarly(String id, InterimLooks.Standing standing) {
    if (!standing.isPlanned()) {
      return none(id, "The plan foresees no look before everybody has finished.");
    }
    return Html.page(
        CONFLICT,
        Templates.missing(
            frame(),
            id,
            "1 of " + standing.planned().participants().size(),
            standing.next(),
            standing.lacking()),
        Locale.ENGLISH);
  }

  private static Response mayLook(String id, InterimLooks.Standing standing) {
    return Html.page(
        Templates.mayLook(
            frame(), id, standing.name(), standing.participants(), standing.planned().rule()),
        Locale.ENGLISH);
  }

  private Response taken(String id, KeptVersion version, InterimLooks.Standing standing)
      throws IOException {
    InterimLook result = looks.result(version, standing);
    Plan plan = Plan.of(version.first().study().study());
    List<TestView> tests =
        result.tests().stream()
            .map(
                test ->
                    new TestView(
                        plan.name(test.method()),
                        number(test.p()),
                        number(test.corrected()),
                        test.found()))
            .toList();
    LookView view =
        new LookView(
            id,
            standing.name(),
            standing.participants(),
            plan.primary().title(),
            plan.name(plan.reference()),
            number(result.look().nominal()),
            level(plan.alpha()),
            plan.correction().title(),
            tests,
            result.foundAll(),
            standing.planned().rule(),
            standing.next(),
            standing.lacking());
    return Html.page(Templates.look(frame(), view), Locale.ENGLISH);
  }

  private static Response impossible(String id, AnalysisException e) {
    return none(id, "The plan cannot be carried out on these answers: " + e.getMessage());
  }

  private static Response none(String id, String reason) {
    return Html.page(CONFLICT, Templates.none(frame(), id, reason), Locale.ENGLISH);
  }

  private static String number(double p) {
    if (Double.isNaN(p)) {
      return "–";
    }
    return String.format(Locale.ROOT, p < SMALL ? "%.1e" : "%.4f", p);
  }

  /** Without the digits that 1 − 0.95 leaves. */
  private static String level(double alpha) {
    return new BigDecimal(alpha).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  private static Frame frame() {
    return Frame.of(Locale.ENGLISH, "Planned look");
  }

  private KeptVersion version(String id) {
    return kept.counting(id).orElseThrow(NotFoundException::new);
  }
}
