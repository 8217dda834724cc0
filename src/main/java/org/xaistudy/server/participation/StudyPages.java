package org.xaistudy.server.participation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.bundle.StudyState;
import org.xaistudy.server.bundle.StudyStates;
import org.xaistudy.server.enrolment.Admission;
import org.xaistudy.server.enrolment.Arrival;
import org.xaistudy.server.enrolment.Enrolment;
import org.xaistudy.server.enrolment.Invitation;
import org.xaistudy.server.environment.Client;
import org.xaistudy.server.environment.Device;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Frame.Translation;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.page.Notice;
import org.xaistudy.server.recruitment.Referral;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.server.run.Course;
import org.xaistudy.server.run.TrialCounts;
import org.xaistudy.studies.Recruitment.Outcome;
import org.xaistudy.studies.TaskWords;

/**
 * From the link to the consent. Reading these pages reserves and stores nothing, so link scanners
 * and prefetching browsers do no harm.
 */
@Path("/s/{study}")
class StudyPages {
  private static final String KEY = "[A-Za-z0-9_-]{32}";
  private final Studies studies;
  private final Enrolment enrolment;
  private final Tokens tokens;
  private final StudyStates states;

  StudyPages(Studies studies, Enrolment enrolment, Tokens tokens, StudyStates states) {
    this.states = states;
    this.studies = studies;
    this.enrolment = enrolment;
    this.tokens = tokens;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance welcome(
        Frame frame,
        String lead,
        int minutes,
        TrialCounts counts,
        String next,
        boolean onlyLooking);

    static native TemplateInstance consent(
        Frame frame,
        List<String> paragraphs,
        boolean devices,
        String arrival,
        String action,
        boolean preview);
  }

  /** What every request to these pages carries. */
  @SuppressWarnings("NullAway.Init") // each request fills it in
  static class Visit {
    @PathParam("study")
    String study;

    @Context UriInfo uri;

    @Context HttpHeaders headers;

    @Context HttpServerRequest request;

    Invitation invitation() {
      return Invitation.of(uri.getQueryParameters());
    }

    List<Locale> languages() {
      return invitation().languages(headers);
    }
  }

  @GET
  public Response welcome(@BeanParam Visit visit) {
    OpenStudy study = study(visit);
    Locale language = study.language(visit.languages());
    Invitation invitation = visit.invitation().in(language.getLanguage());
    Optional<Referral> referral = invitation.referral(study);
    if (referral.isEmpty()) {
      return Notice.UNINVITED.show(study.study().title(), language);
    }
    Optional<Notice> closed = closed(study, invitation);
    if (closed.isPresent()) {
      return notice(study, closed.get(), referral.get(), language);
    }
    return Html.page(
        Templates.welcome(
            frame(study, visit, language, ""),
            lead(study, language),
            study.study().expectedMinutes(),
            TrialCounts.of(study),
            path(study, "/consent", invitation),
            referral.get().isOnlyLooking()),
        language);
  }

  @GET
  @Path("/consent")
  public Response consent(@BeanParam Visit visit) {
    OpenStudy study = study(visit);
    Locale language = study.language(visit.languages());
    Invitation invitation = visit.invitation().in(language.getLanguage());
    if (!mayEnrol(study, invitation) || closed(study, invitation).isPresent()) {
      return Html.seeOther(path(study, "", visit.invitation()));
    }
    String text = study.study().consent().text().in(language.getLanguage());
    return Html.page(
        Templates.consent(
            frame(study, visit, language, "/consent"),
            Paragraphs.of(text),
            study.study().flagSameDevice(),
            tokens.secret(),
            path(study, "/consent", invitation),
            invitation.looking(study).isPresent() || states.of(study) == StudyState.PREVIEW),
        language);
  }

  private static String lead(OpenStudy study, Locale language) {
    return TaskWords.of(study.study(), language.getLanguage()).lead();
  }

  /** The first page as anybody sees it, leading nowhere. */
  static Response welcome(OpenStudy study, Locale language) {
    return Html.page(
        Templates.welcome(
            frame(study, language),
            lead(study, language),
            study.study().expectedMinutes(),
            TrialCounts.of(study),
            "#",
            false),
        language);
  }

  /** The consent as anybody sees it, leading nowhere. */
  static Response consent(OpenStudy study, Locale language) {
    String text = study.study().consent().text().in(language.getLanguage());
    return Html.page(
        Templates.consent(
            frame(study, language),
            Paragraphs.of(text),
            study.study().flagSameDevice(),
            "",
            "#",
            false),
        language);
  }

  private static Frame frame(OpenStudy study, Locale language) {
    return Frame.of(language, study.study().title().in(language.getLanguage()));
  }

  /** Why nobody is taken in; empty where people are, and for those who preview. */
  private Optional<Notice> closed(OpenStudy study, Invitation invitation) {
    return invitation.looking(study).isPresent() ? Optional.empty() : notice(states.of(study));
  }

  private static Optional<Notice> notice(StudyState state) {
    return switch (state) {
      case DRAFT -> Optional.of(Notice.NOT_YET);
      case PAUSED -> Optional.of(Notice.PAUSED);
      case CLOSED -> Optional.of(Notice.CLOSED);
      case PREVIEW, PILOT, LIVE -> Optional.empty();
    };
  }

  /** With the way back of one for whom there was no place. */
  private static Response notice(
      OpenStudy study, Notice notice, Referral referral, Locale language) {
    Return back =
        referral.isOnlyLooking()
            ? Return.NOWHERE
            : Return.of(study.study(), referral, Outcome.FULL, Optional.empty());
    return notice.show(study.study().title(), language, back);
  }

  @POST
  @Path("/consent")
  public Response consent(
      @BeanParam Visit visit,
      @FormParam("arrival") String arrival,
      @FormParam("agree") String agree) {
    OpenStudy study = study(visit);
    Locale language = study.language(visit.languages());
    Invitation invitation = visit.invitation();
    if (!mayEnrol(study, invitation)) {
      return Html.seeOther(path(study, "", invitation));
    }
    Referral referral = invitation.referral(study).orElseThrow();
    if ("no".equals(agree)) {
      return Notice.DECLINED.show(
          study.study().title(),
          language,
          Return.of(study.study(), referral, Outcome.NO_CONSENT, Optional.empty()));
    }
    if (!"yes".equals(agree) || arrival == null || !arrival.matches(KEY)) {
      return Html.seeOther(path(study, "/consent", invitation));
    }
    return admit(
        study,
        new Arrival(
            arrival,
            language,
            invitation.looking(study),
            referral,
            Client.of(visit.request),
            Device.of(visit.request)));
  }

  private Response admit(OpenStudy study, Arrival arrival) {
    return enrolment.enrol(study, arrival).visit(new Reception(study, arrival));
  }

  private record Reception(OpenStudy study, Arrival arrival)
      implements Admission.Visitor<Response> {
    private static final int MOMENT_SECONDS = 5;
    private static final int MINUTE_SECONDS = 60;

    @Override
    public Response taken(Course course) {
      return Html.seeOther(OpenRun.path(course.run()));
    }

    @Override
    public Response full() {
      return notice(Notice.FULL, Outcome.FULL);
    }

    @Override
    public Response repeated() {
      return notice(Notice.REPEATED, Outcome.REPEATED);
    }

    @Override
    public Response notOpen(StudyState state) {
      return StudyPages.notice(
          study,
          StudyPages.notice(state).orElse(Notice.FULL),
          arrival.referral(),
          arrival.language());
    }

    @Override
    public Response crowded() {
      return later(Notice.TOO_MANY, MINUTE_SECONDS);
    }

    @Override
    public Response busy() {
      return later(Notice.BUSY, MOMENT_SECONDS);
    }

    private Response later(Notice notice, int seconds) {
      Response page = notice.show(study.study().title(), arrival.language());
      return Response.fromResponse(page).header(HttpHeaders.RETRY_AFTER, seconds).build();
    }

    private Response notice(Notice notice, Outcome outcome) {
      Return back = Return.of(study.study(), arrival.referral(), outcome, Optional.empty());
      return notice.show(study.study().title(), arrival.language(), back);
    }
  }

  private static boolean mayEnrol(OpenStudy study, Invitation invitation) {
    return invitation.referral(study).filter(r -> !r.isOnlyLooking()).isPresent();
  }

  private OpenStudy study(Visit visit) {
    return studies.find(visit.study).orElseThrow(NotFoundException::new);
  }

  private static Frame frame(OpenStudy study, Visit visit, Locale language, String page) {
    List<Translation> others =
        study.study().languages().stream()
            .filter(code -> !code.equals(language.getLanguage()))
            .map(
                code ->
                    new Translation(
                        code,
                        Locale.forLanguageTag(code).getDisplayLanguage(Locale.forLanguageTag(code)),
                        path(study, page, visit.invitation().in(code))))
            .toList();
    return Frame.of(language, study.study().title().in(language.getLanguage()))
        .withTranslations(others);
  }

  private static String path(OpenStudy study, String page, Invitation invitation) {
    return "/s/" + study.id() + page + invitation.query();
  }
}
