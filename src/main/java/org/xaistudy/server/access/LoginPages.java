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
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;

/** Where researchers log in and out. Only their pages set a cookie; participants' never do. */
@Path(LoginPages.PATH)
class LoginPages {
  static final String PATH = "/login";
  static final String COOKIE = "xaistudy-session";
  private static final String RESEARCHER = "/researcher";
  private final IdentityProviderManager identities;
  private final Passes passes;

  LoginPages(IdentityProviderManager identities, Passes passes) {
    this.identities = identities;
    this.passes = passes;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance login(Frame frame, boolean failed);
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
    Role role =
        identity.getRoles().stream()
            .flatMap(given -> Role.named(given).stream())
            .max(Role::compareTo)
            .orElse(Role.VIEWER);
    String secret = passes.session(identity.getPrincipal().getName(), role);
    return Response.fromResponse(Html.seeOther(RESEARCHER))
        .cookie(cookie(secret, (int) Passes.SESSION.toSeconds(), request.isSSL()))
        .build();
  }

  /** Ends the session. */
  @POST
  @Path("/out")
  public Response logout(
      @CookieParam(COOKIE) @Nullable String secret, @Context HttpServerRequest request) {
    if (secret != null) {
      passes.end(secret);
    }
    return Response.fromResponse(Html.seeOther(PATH))
        .cookie(cookie("", 0, request.isSSL()))
        .build();
  }

  /** No script can read it, and no other site's request carries it. */
  private static NewCookie cookie(String value, int seconds, boolean secure) {
    return new NewCookie.Builder(COOKIE)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT)
        .maxAge(seconds)
        .build();
  }

  private static Response page(int status, boolean failed) {
    return Html.page(
        status, Templates.login(Frame.of(Locale.ENGLISH, "Researcher"), failed), Locale.ENGLISH);
  }
}
