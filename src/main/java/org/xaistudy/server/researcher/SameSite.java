package org.xaistudy.server.researcher;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;

/**
 * Refuses what another site makes the researcher's browser send: a browser adds the password by
 * itself, so it proves nothing. Browsers say where a request comes from in {@code Sec-Fetch-Site};
 * where they do not (old ones, and pages that came without HTTPS), {@code Origin} must name this
 * server. A request with neither is refused too: no browser sends such a form, and a program can
 * name its origin.
 *
 * <p>After OWASP, <a
 * href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">Cross-Site
 * Request Forgery Prevention</a>, "Fetch Metadata headers" and "Verifying origin with standard
 * headers".
 */
class SameSite {
  private static final String MATRIX_PARAMETERS = ";[^/]*";
  private static final Pattern GUARDED = Pattern.compile("(researcher|login)(/.*)?");
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN = Set.of("same-origin", "none");
  private static final Set<Integer> USUAL_PORTS = Set.of(-1, 80, 443);

  @CheckedTemplate(basePath = "ResearcherPages")
  static class Templates {
    private Templates() {}

    static native TemplateInstance refused(Frame frame);
  }

  /** Lets a request pass with null. */
  @ServerRequestFilter(preMatching = true)
  @Nullable Response refuse(ContainerRequestContext context, HttpServerRequest request) {
    String path =
        context.getUriInfo().getPath().replaceFirst("^/+", "").replaceAll(MATRIX_PARAMETERS, "");
    boolean guarded = GUARDED.matcher(path).matches();
    if (!guarded || SAFE.contains(context.getMethod()) || isProgram(request) || isOwn(request)) {
      return null;
    }
    return Html.page(
        Response.Status.FORBIDDEN.getStatusCode(),
        Templates.refused(Frame.of(Locale.ENGLISH, "Researcher")),
        Locale.ENGLISH);
  }

  /** No browser adds a token by itself. */
  private static boolean isProgram(HttpServerRequest request) {
    String authorization = request.getHeader("Authorization");
    return authorization != null && authorization.startsWith("Bearer ");
  }

  private static boolean isOwn(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null
        ? isOwn(request.getHeader("Origin"), request.authority())
        : OWN.contains(site);
  }

  private static boolean isOwn(String origin, HostAndPort authority) {
    try {
      URI from = URI.create(origin == null ? "" : origin);
      return from.getHost() != null
          && authority != null
          && from.getHost().equalsIgnoreCase(authority.host())
          && isSame(from.getPort(), authority.port());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Addresses leave out the usual port of their scheme. */
  private static boolean isSame(int port, int other) {
    return port == other || (USUAL_PORTS.contains(port) && USUAL_PORTS.contains(other));
  }
}
