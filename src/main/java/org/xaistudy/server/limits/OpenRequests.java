package org.xaistudy.server.limits;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xaistudy.server.api.ProblemDetail;
import org.xaistudy.server.environment.Client;
import org.xaistudy.server.failure.Refusal;
import org.xaistudy.server.page.Notice;

/**
 * How much one address may have half sent. Whoever sends a body slowly keeps somebody's turn until
 * the time to read it is over; from one address that must never be everybody's.
 */
@ApplicationScoped
class OpenRequests {
  private static final int FIRST = 1000;
  private static final String OPEN = "too many requests from one address are not sent to their end";
  private static final Set<HttpMethod> WITHOUT_BODY =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private final Map<String, Integer> open = new ConcurrentHashMap<>();
  private final LimitsConfig config;

  OpenRequests(LimitsConfig config) {
    this.config = config;
  }

  void register(@Observes Filters filters) {
    filters.register(this::limit, FIRST);
  }

  private void limit(RoutingContext context) {
    if (WITHOUT_BODY.contains(context.request().method())) {
      context.next();
      return;
    }
    String client = Client.of(context.request());
    if (open.merge(client, 1, Integer::sum) > config.openRequests()) {
      close(client);
      context.response().putHeader("Retry-After", "5").putHeader("Connection", "close");
      Refusal.send(context, ProblemDetail.tooMany(OPEN), Notice.TROUBLE);
      return;
    }
    context.addEndHandler(ended -> close(client));
    context.next();
  }

  private void close(String client) {
    open.computeIfPresent(client, (key, count) -> count > 1 ? count - 1 : null);
  }
}
