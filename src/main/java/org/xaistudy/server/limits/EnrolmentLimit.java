package org.xaistudy.server.limits;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.api.ProblemDetail;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.enrolment.Invitation;
import org.xaistudy.server.environment.Client;
import org.xaistudy.server.page.Notice;

/** Asks people to wait when very many come from one address; reading is never limited. */
@ApplicationScoped
class EnrolmentLimit {
  private static final Pattern ENROLMENT =
      Pattern.compile("/*(?:s/(?<page>[^/]+)/consent|api/studies/(?<api>[^/]+)/runs)(?:/.*)?");
  private static final String MATRIX_PARAMETERS = ";[^/]*";
  private final Allowance enrolments;
  private final Studies studies;

  EnrolmentLimit(LimitsConfig config, Clock clock, Studies studies) {
    this.enrolments = new Allowance(config.enrolmentsPerMinute(), clock);
    this.studies = studies;
  }

  /** Lets a request pass with null. */
  @ServerRequestFilter
  @Nullable Response limit(
      ContainerRequestContext context, UriInfo uri, HttpHeaders headers, HttpServerRequest client) {
    Matcher path = ENROLMENT.matcher(uri.getPath().replaceAll(MATRIX_PARAMETERS, ""));
    if (!context.getMethod().equals(HttpMethod.POST) || !path.matches()) {
      return null;
    }
    OptionalLong wait = enrolments.use(Client.of(client));
    if (wait.isEmpty()) {
      return null;
    }
    Response refusal =
        path.group("api") != null
            ? problem()
            : page(studies.find(path.group("page")), uri, headers);
    return Response.fromResponse(refusal).header(HttpHeaders.RETRY_AFTER, wait.getAsLong()).build();
  }

  private static Response problem() {
    return ProblemDetail.tooMany("too many enrolments from one address; wait as Retry-After says")
        .getResponse();
  }

  private static Response page(Optional<OpenStudy> study, UriInfo uri, HttpHeaders headers) {
    return study.map(found -> page(found, uri, headers)).orElseGet(EnrolmentLimit::problem);
  }

  private static Response page(OpenStudy study, UriInfo uri, HttpHeaders headers) {
    List<Locale> wanted = Invitation.of(uri.getQueryParameters()).languages(headers);
    return Notice.TOO_MANY.show(study.study().title(), study.language(wanted));
  }
}
