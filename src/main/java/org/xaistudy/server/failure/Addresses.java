package org.xaistudy.server.failure;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import org.xaistudy.server.api.ProblemDetail;
import org.xaistudy.server.page.Notice;

/**
 * Refuses addresses that cannot be read. Quarkus would do so without a word, unless {@value
 * #ACCEPT_ALL} is set before it starts.
 */
@ApplicationScoped
public class Addresses {
  /** The system property that leaves malformed addresses to this class. */
  public static final String ACCEPT_ALL = "vertx.disableURIValidation";

  private static final int FIRST = 900;
  private static final int BAD_REQUEST = 400;

  /** PostgreSQL stores it in no text. */
  private static final String NUL = "%00";

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          if (isReadable(context.request().uri())) {
            context.next();
          } else {
            refuse(context);
          }
        },
        FIRST);
  }

  /** What fails in the router before that, where it compares paths. */
  void register(@Observes Router router) {
    router.errorHandler(BAD_REQUEST, Addresses::refuse);
  }

  private static boolean isReadable(String uri) {
    try {
      return new URI(uri).getRawPath() != null && !uri.contains(NUL);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void refuse(RoutingContext context) {
    Refusal.send(context, ProblemDetail.refused(BAD_REQUEST), Notice.MALFORMED);
  }
}
