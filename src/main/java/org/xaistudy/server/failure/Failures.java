package org.xaistudy.server.failure;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.xaistudy.server.api.ProblemDetail;
import org.xaistudy.server.page.Notice;
import org.xaistudy.server.run.RunNotFoundException;
import org.xaistudy.server.run.StudyChangedException;
import org.xaistudy.studies.Text;

/** Says it as a page, in the browser's language, or to a program as a problem. */
class Failures {
  @ServerExceptionMapper
  Response missing(NotFoundException e, UriInfo uri, HttpHeaders headers) {
    return missing("nothing is here", uri, headers);
  }

  @ServerExceptionMapper
  Response missing(RunNotFoundException e, UriInfo uri, HttpHeaders headers) {
    return missing(e.getMessage(), uri, headers);
  }

  @ServerExceptionMapper
  Response changed(StudyChangedException e, UriInfo uri) {
    return isApi(uri)
        ? ProblemDetail.gone(e.getMessage()).getResponse()
        : Notice.CHANGED.show(Text.of(""), e.language());
  }

  private static Response missing(String what, UriInfo uri, HttpHeaders headers) {
    return isApi(uri)
        ? ProblemDetail.notFound(what).getResponse()
        : Notice.MISSING.show(Text.of("XAI Study"), language(headers));
  }

  private static Locale language(HttpHeaders headers) {
    boolean german =
        headers.getAcceptableLanguages().stream()
            .anyMatch(wanted -> wanted.getLanguage().equals(Locale.GERMAN.getLanguage()));
    return german ? Locale.GERMAN : Locale.ENGLISH;
  }

  private static boolean isApi(UriInfo uri) {
    return uri.getPath().startsWith("/api/");
  }
}
