package org.xaistudy.server.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;

/** Where researchers log in and out. Only their pages set a cookie; participants' never do. */
@Path(LoginPages.PATH)
class LoginPages {
  static final String PATH = "/login";
  private static final String RESEARCHER = "/researcher";
  private final IdentityProviderManager identities;
  private final Passes passes;
  private final Institution institution;

  LoginPages(IdentityProviderManager identities, Passes passes, Institution institution) {
    this.identities = identities;
    this.passes = passes;
    this.institution = institution;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance login(Frame frame, boolean failed, Optional<String> institution);
  }

  @GET
  public Response login() {
    return page(Html.OK, false);
  }

  /** Checks the password and gives the browser a session. */
  @POST
  public Response login(
      @FormParam("name") @Nullable String name,
      @FormParam("password") @Nullable String password,
      @Context HttpServerRequest request) {
    if (name == null || password == null) {
      return page(Response.Status.UNAUTHORIZED.getStatusCode(), true);
    }
    SecurityIdentity identity;
    try {
      identity =
          identities.authenticateBlocking(
              new UsernamePasswordAuthenticationRequest(
                  name, new PasswordCredential(password.toCharArray())));
    } catch (AuthenticationFailedException e) {
      return page(Response.Status.UNAUTHORIZED.getStatusCode(), true);
    }
    String secret =
        passes.session(
            identity.getPrincipal().getName(), Role.highest(identity).orElse(Role.VIEWER));
    return Response.fromResponse(Html.seeOther(RESEARCHER))
        .cookie(SessionCookie.of(secret, request))
        .build();
  }

  /** Ends the session. */
  @POST
  @Path("/out")
  public Response logout(
      @CookieParam(SessionCookie.NAME) @Nullable String secret,
      @Context HttpServerRequest request) {
    if (secret != null) {
      passes.end(secret);
    }
    return Response.fromResponse(Html.seeOther(PATH)).cookie(SessionCookie.none(request)).build();
  }

  private Response page(int status, boolean failed) {
    return Html.page(
        status,
        Templates.login(Frame.of(Locale.ENGLISH, "Researcher"), failed, institution.name()),
        Locale.ENGLISH);
  }
}
