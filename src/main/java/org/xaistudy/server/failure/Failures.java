package org.xaistudy.server.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.xaistudy.server.api.ProblemDetail;
import org.xaistudy.server.page.Notice;
import org.xaistudy.server.run.RunNotFoundException;
import org.xaistudy.server.run.StudyChangedException;
import org.xaistudy.studies.Text;

/**
 * Says it as a page, in the browser's language, or to a program as a problem. No address is logged:
 * it may hold the token of a run.
 */
class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;
  static final String MOMENT_SECONDS = "5";
  private static final String FAILED = "something failed here; what was acknowledged is stored";

  @ServerExceptionMapper
  Response missing(NotFoundException e, UriInfo uri, HttpHeaders headers) {
    return missing("nothing is here", uri, headers);
  }

  @ServerExceptionMapper
  Response missing(RunNotFoundException e, UriInfo uri, HttpHeaders headers) {
    return missing("no such run", uri, headers);
  }

  @ServerExceptionMapper
  Response changed(StudyChangedException e, UriInfo uri) {
    return isApi(uri)
        ? ProblemDetail.gone("the study was changed since this run started").getResponse()
        : e.finished()
            .map(back -> Notice.FINISHED.show(Text.of(""), e.language(), back))
            .orElseGet(() -> Notice.CHANGED.show(Text.of(""), e.language()));
  }

  /** What the framework refuses: another method, another type, malformed input. */
  @ServerExceptionMapper
  Response refused(WebApplicationException e, UriInfo uri, HttpHeaders headers) {
    Response refusal = e.getResponse();
    int status = refusal.getStatus();
    if (refusal.hasEntity() || status < CLIENT_ERROR) {
      return refusal;
    }
    return status >= SERVER_ERROR ? failed(e, uri, headers) : malformed(status, uri, headers);
  }

  /** JSON that is none, or is nested too deeply. */
  @ServerExceptionMapper
  Response malformed(JsonProcessingException e, UriInfo uri, HttpHeaders headers) {
    return malformed(CLIENT_ERROR, uri, headers);
  }

  /** JSON of another shape, of which the framework would say which class it does not fit. */
  @ServerExceptionMapper
  Response malformed(MismatchedInputException e, UriInfo uri, HttpHeaders headers) {
    return malformed(CLIENT_ERROR, uri, headers);
  }

  /** Everything else: malformed input that was noticed late, a database that is away, an error. */
  @ServerExceptionMapper
  Response failed(Throwable e, UriInfo uri, HttpHeaders headers) {
    Cause cause = Cause.of(e);
    if (cause == Cause.INPUT) {
      return malformed(CLIENT_ERROR, uri, headers);
    }
    boolean passes = cause == Cause.DATABASE;
    LOG.error(passes ? "the database cannot be used" : "unexpected", e);
    ProblemDetail problem =
        passes ? ProblemDetail.unavailable(FAILED) : ProblemDetail.failed(FAILED);
    int status = problem.getResponse().getStatus();
    Response said =
        isApi(uri) ? problem.getResponse() : Notice.TROUBLE.show(Refusal.TITLE, language(headers));
    return Response.fromResponse(said)
        .status(status)
        .header(HttpHeaders.RETRY_AFTER, MOMENT_SECONDS)
        .build();
  }

  private static Response malformed(int status, UriInfo uri, HttpHeaders headers) {
    return isApi(uri)
        ? ProblemDetail.refused(status).getResponse()
        : Response.fromResponse(Notice.MALFORMED.show(Refusal.TITLE, language(headers)))
            .status(status)
            .build();
  }

  private static Response missing(String what, UriInfo uri, HttpHeaders headers) {
    return isApi(uri)
        ? ProblemDetail.notFound(what).getResponse()
        : Notice.MISSING.show(Refusal.TITLE, language(headers));
  }

  private static Locale language(HttpHeaders headers) {
    return Refusal.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  static boolean isApi(UriInfo uri) {
    return uri.getPath().startsWith("/api/");
  }
}
