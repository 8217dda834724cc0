package org.xaistudy.server.limits;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Locale;
import java.util.OptionalLong;
import org.xaistudy.server.environment.Client;
import org.xaistudy.server.page.Frame;

/**
 * Makes guessing the researcher's password slow. Every password costs one of the allowed failures
 * before it is looked at, and gives it back if it was right: many guesses at the same moment are
 * not more than one after another.
 */
@ApplicationScoped
class LoginLimit {
  /** Before authentication, which comes at 200. */
  private static final int PRIORITY = 250;

  private static final int UNAUTHORIZED = 401;
  private final Allowance failures;

  LoginLimit(LimitsConfig config, Clock clock) {
    this.failures = new Allowance(config.failedLoginsPerMinute(), clock);
  }

  @CheckedTemplate(basePath = "LoginLimit")
  static class Templates {
    private Templates() {}

    static native TemplateInstance refused(Frame frame);
  }

  void register(@Observes Filters filters) {
    filters.register(this::limit, PRIORITY);
  }

  private void limit(RoutingContext context) {
    if (!isLogin(context.request())) {
      context.next();
      return;
    }
    String client = Client.of(context.request());
    OptionalLong wait = failures.use(client);
    if (wait.isPresent()) {
      refuse(context, wait.getAsLong());
      return;
    }
    context.addHeadersEndHandler(
        sent -> {
          if (context.response().getStatusCode() != UNAUTHORIZED) {
            failures.giveBack(client);
          }
        });
    context.next();
  }

  private static boolean isLogin(HttpServerRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || (HttpMethod.POST.equals(request.method()) && request.path().startsWith("/login"));
  }

  private static void refuse(RoutingContext context, long seconds) {
    Frame frame = Frame.of(Locale.ENGLISH, "Researcher");
    context
        .response()
        .setStatusCode(Response.Status.TOO_MANY_REQUESTS.getStatusCode())
        .putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=UTF-8")
        .end(Templates.refused(frame).setLocale(Locale.ENGLISH).render());
  }
}
