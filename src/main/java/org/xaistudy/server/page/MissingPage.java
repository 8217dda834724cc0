package org.xaistudy.server.page;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.xaistudy.studies.Text;

/** Answers in the browser's language when there is nothing to show. */
class MissingPage {
  @Context HttpHeaders headers;

  @ServerExceptionMapper
  Response missing(NotFoundException e, HttpHeaders headers) {
    Locale language =
        headers.getAcceptableLanguages().stream()
                .filter(wanted -> wanted.getLanguage().equals(Locale.GERMAN.getLanguage()))
                .findFirst()
                .isPresent()
            ? Locale.GERMAN
            : Locale.ENGLISH;
    return Notice.MISSING.show(Text.of("XAI Study"), language);
  }
}
