package org.xaistudy.server.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Knows browsers by their session's cookie, and programs by {@code Authorization: Bearer}. A
 * browser that shows nothing is led to the page where one logs in; a program is told 401.
 */
@ApplicationScoped
class PassMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "Bearer " + Passes.PREFIX;
  private static final int FIRST = 3000;
  private final Passes passes;

  PassMechanism(Passes passes) {
    this.passes = passes;
  }

  @Override
  public int getPriority() {
    return FIRST;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      return header.startsWith(BEARER)
          ? identity(header.substring("Bearer ".length()), false, true)
          : Uni.createFrom().nullItem();
    }
    Cookie cookie = context.request().getCookie(SessionCookie.NAME);
    return cookie == null ? Uni.createFrom().nullItem() : identity(cookie.getValue(), true, false);
  }

  /** A session that is over is none; a token that is over is refused. */
  private Uni<SecurityIdentity> identity(String secret, boolean browser, boolean refuse) {
    return Uni.createFrom()
        .item(() -> passes.identity(secret, browser))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onItem()
        .transformToUni(
            found -> {
              if (found.isPresent()) {
                return Uni.createFrom().item(found.get());
              }
              return refuse
                  ? Uni.createFrom().failure(new AuthenticationFailedException())
                  : Uni.createFrom().nullItem();
            });
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(
            isBrowser(context)
                ? new ChallengeData(303, HttpHeaders.LOCATION, LoginPages.PATH)
                : new ChallengeData(401, "WWW-Authenticate", "basic realm=\"XAI Study\""));
  }

  private static boolean isBrowser(RoutingContext context) {
    return context.request().getHeader(HttpHeaders.AUTHORIZATION) == null
        && Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT))
            .filter(types -> types.contains("text/html"))
            .isPresent();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }
}
