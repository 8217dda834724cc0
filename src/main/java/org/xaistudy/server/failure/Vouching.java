package org.xaistudy.server.failure;

import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.xaistudy.server.api.ProblemDetail;
import org.xaistudy.server.database.Integrity;
import org.xaistudy.server.page.Notice;

/** Tells nobody that something is stored when the database may have lost it. */
@ApplicationScoped
class Vouching {
  /** After those who count what is under way, before everybody who asks the database. */
  private static final int EARLY = 1050;

  private static final String LOST =
      "the database has failed, and the server has to be started again;"
          + " what was acknowledged is stored";
  private final Integrity integrity;

  Vouching(Integrity integrity) {
    this.integrity = integrity;
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, EARLY);
  }

  private void admit(RoutingContext context) {
    if (integrity.isKnownLost()) {
      context.response().putHeader(HttpHeaders.RETRY_AFTER, Failures.MOMENT_SECONDS);
      Refusal.send(context, ProblemDetail.unavailable(LOST), Notice.TROUBLE);
    } else {
      context.next();
    }
  }

  /** What has just been committed may be lost already; what needed no thread committed nothing. */
  @ServerResponseFilter
  void vouch(ContainerRequestContext request, ContainerResponseContext response) {
    if (BlockingOperationControl.isBlockingAllowed() && integrity.isLost()) {
      Response said =
          Failures.isApi(request.getUriInfo())
              ? ProblemDetail.unavailable(LOST).getResponse()
              : Notice.TROUBLE.show(
                  Refusal.TITLE, Refusal.language(request.getHeaderString("Accept-Language")));
      response.setStatus(said.getStatus());
      response.getHeaders().clear();
      response.getHeaders().putAll(said.getHeaders());
      response.setEntity(said.getEntity(), null, said.getMediaType());
    }
  }
}
