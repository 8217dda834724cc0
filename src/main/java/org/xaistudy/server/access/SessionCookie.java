package org.xaistudy.server.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;

/** What a researcher's browser shows; no script can read it, no other site's request carries it. */
final class SessionCookie {
  static final String NAME = "xaistudy-session";

  private SessionCookie() {}

  /** Carries a session's secret as long as the session lasts. */
  static NewCookie of(String secret, HttpServerRequest request) {
    return cookie(secret, (int) Passes.SESSION.toSeconds(), request);
  }

  /** Takes it away again. */
  static NewCookie none(HttpServerRequest request) {
    return cookie("", 0, request);
  }

  private static NewCookie cookie(String value, int seconds, HttpServerRequest request) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(request.isSSL())
        .sameSite(NewCookie.SameSite.STRICT)
        .maxAge(seconds)
        .build();
  }
}
