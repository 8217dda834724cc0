package org.xaistudy.server.limits;

import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * A refusal as RFC 9457 wants it told.
 *
 * @param type nothing beyond the status
 * @param title the status in words
 * @param status 429
 * @param detail what to do
 */
record TooMany(String type, String title, int status, String detail) {
  static final int STATUS = 429;

  static Response problem() {
    return Response.status(STATUS)
        .type("application/problem+json")
        .header("Cache-Control", "no-store")
        .entity(
            new TooMany(
                "about:blank",
                "Too many requests",
                STATUS,
                "too many enrolments from one address; wait as Retry-After says"))
        .build();
  }

  /** Rounded up, so that who waits for so long is let through. */
  static long seconds(Duration wait) {
    return wait.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
