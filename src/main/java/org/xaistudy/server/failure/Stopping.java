package org.xaistudy.server.failure;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.xaistudy.server.api.ProblemDetail;
import org.xaistudy.server.page.Notice;

/**
 * Ends the server's work. First everything is answered as usual, while what asks for health is told
 * and connections are closed one by one, so that a proxy goes elsewhere; then whoever still comes
 * is told that answers are safe and where to go on, and what is under way is waited for. Quarkus's
 * own way would refuse without a word.
 */
@ApplicationScoped
class Stopping {
  private static final Logger LOG = Logger.getLogger(Stopping.class);

  /** Before everything else, so that nothing under way is missed. */
  private static final int FIRST = 1100;

  private static final String MOMENT_SECONDS = "5";
  private static final String STOPPING =
      "this server is being stopped; what was acknowledged is stored, another one goes on";
  private static final int MOST = Integer.MAX_VALUE;
  private final Semaphore idle = new Semaphore(MOST);
  private final StoppingConfig config;
  private volatile boolean leaving;
  private volatile boolean closed;

  Stopping(StoppingConfig config) {
    this.config = config;
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, FIRST);
  }

  void leave(@Observes ShutdownDelayInitiatedEvent event) {
    leaving = true;
  }

  /** While the database and all else are still there. */
  void close(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
      throws InterruptedException {
    leaving = true;
    closed = true;
    if (!idle.tryAcquire(MOST, config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warnf("stopped before %d requests were answered", MOST - idle.availablePermits());
    }
  }

  private void admit(RoutingContext context) {
    if (leaving) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    if (closed || !idle.tryAcquire()) {
      context.response().putHeader(HttpHeaders.RETRY_AFTER, MOMENT_SECONDS);
      Refusal.send(context, ProblemDetail.unavailable(STOPPING), Notice.TROUBLE);
      return;
    }
    context.addEndHandler(ended -> idle.release());
    context.next();
  }
}
