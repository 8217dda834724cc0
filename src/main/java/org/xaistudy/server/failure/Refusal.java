package org.xaistudy.server.failure;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.xaistudy.server.api.ProblemDetail;
import org.xaistudy.server.environment.Languages;
import org.xaistudy.server.page.Notice;
import org.xaistudy.server.page.Spoken;
import org.xaistudy.studies.Text;

/** What is said to a request that comes no further than the HTTP server. */
public final class Refusal {
  /** Stands where the study is not known. */
  static final Text TITLE = Text.of("XAI Study");

  private static final String API = "/api/";

  private Refusal() {}

  /** Says it as a problem below the API, and elsewhere as a page in the browser's language. */
  public static void send(RoutingContext context, ProblemDetail problem, Notice notice) {
    Response said = problem.getResponse();
    boolean api = context.request().uri().startsWith(API);
    Response body =
        api ? said : notice.show(TITLE, language(context.request().getHeader("Accept-Language")));
    HttpServerResponse response = context.response().setStatusCode(said.getStatus());
    body.getStringHeaders().forEach(response::putHeader);
    response.end(api ? JsonObject.mapFrom(body.getEntity()).encode() : body.getEntity().toString());
  }

  /** The first language of a browser that pages can be had in; English if there is none. */
  static Locale language(String acceptLanguage) {
    return Languages.of(acceptLanguage).stream()
        .filter(Spoken::knows)
        .findFirst()
        .orElse(Locale.ENGLISH);
  }
}
