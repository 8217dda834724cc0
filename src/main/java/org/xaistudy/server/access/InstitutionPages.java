package org.xaistudy.server.access;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;

/**
 * Where people come back to from their institution, which has said who they are and which roles
 * they have. They get a session like everybody's, and what OpenID Connect left in the browser is
 * taken away: it is asked again when the session is over.
 */
@Path(InstitutionPages.PATH)
class InstitutionPages {
  static final String PATH = LoginPages.PATH + "/institution";

  /** No account of the database can be called so: a name has no colon. */
  private static final String PREFIX = "oidc:";

  private final SecurityIdentity who;
  private final Passes passes;
  private final OidcSession session;

  InstitutionPages(SecurityIdentity who, Passes passes, OidcSession session) {
    this.who = who;
    this.passes = passes;
    this.session = session;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance welcome(Frame frame, String name);

    static native TemplateInstance stranger(Frame frame, String name);
  }

  /** Only those come here whom the institution knows. */
  @GET
  public Response enter(@Context HttpServerRequest request) {
    String name = who.getPrincipal().getName();
    Optional<Role> role = Role.highest(who);
    session.logout().await().indefinitely();
    return role.map(given -> welcome(name, given, request)).orElseGet(() -> stranger(name));
  }

  /**
   * A page, not a redirect: a browser sends the session's cookie along only where one came from
   * here, and who is redirected comes from the institution.
   */
  private Response welcome(String name, Role role, HttpServerRequest request) {
    String secret = passes.session(PREFIX + name, role);
    return Response.fromResponse(Html.page(Templates.welcome(frame(), name), Locale.ENGLISH))
        .cookie(SessionCookie.of(secret, request))
        .build();
  }

  private static Response stranger(String name) {
    return Html.page(
        Response.Status.FORBIDDEN.getStatusCode(),
        Templates.stranger(frame(), name),
        Locale.ENGLISH);
  }

  private static Frame frame() {
    return Frame.of(Locale.ENGLISH, "Researcher");
  }
}
