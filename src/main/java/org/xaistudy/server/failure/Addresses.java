package org.xaistudy.server.failure;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Refuses addresses that hold the character 0, before anything looks at them. What is no address at
 * all, with a percent sign astray, is refused by the router, without a word.
 */
@ApplicationScoped
class Addresses {
  private static final int FIRST = 900;
  private static final int BAD_REQUEST = 400;
  private static final Pattern MALFORMED = Pattern.compile(".*%00.*", Pattern.DOTALL);
  private static final String PROBLEM =
      """
      {"type":"about:blank","title":"Bad Request","status":400,"detail":"the address cannot be read"}""";
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>400</title>
      <p>This address cannot be read. Please open your link again.</p></html>""";

  void register(@Observes Filters filters) {
    filters.register(Addresses::check, FIRST);
  }

  private static void check(RoutingContext context) {
    if (MALFORMED.matcher(context.request().uri()).matches()) {
      refuse(context);
    } else {
      context.next();
    }
  }

  private static void refuse(RoutingContext context) {
    boolean api = context.request().uri().startsWith("/api/");
    HttpServerResponse response = context.response().setStatusCode(BAD_REQUEST);
    response.putHeader(
        "Content-Type", api ? "application/problem+json" : "text/html;charset=UTF-8");
    response.putHeader("Cache-Control", "no-store").end(api ? PROBLEM : PAGE);
  }
}
