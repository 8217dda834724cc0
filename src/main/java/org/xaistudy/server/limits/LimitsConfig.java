package org.xaistudy.server.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.xaistudy.server.environment.Positive;

/**
 * What one address may do. A whole laboratory or lecture hall can share one address. Each replica
 * counts for itself, so with two of them up to twice as much is let through. Behind a proxy {@code
 * quarkus.http.proxy.proxy-address-forwarding} must be on, and {@code trusted-proxies} must name
 * the proxy: without the former all people have the proxy's address, without the latter anybody can
 * claim any.
 */
@ConfigMapping(prefix = "xaistudy.limits")
public interface LimitsConfig {
  /**
   * Consents that are taken from one address in a minute, and at once after a quiet minute. Who
   * comes after that is asked to wait, and loses nothing. Fewer make it harder to fill a study with
   * invented people, but keep a lecture hall waiting.
   */
  @WithDefault("120")
  @WithConverter(Positive.class)
  int enrolmentsPerMinute();

  /**
   * Requests with a body that are open at the same time from one address, whole or half sent; more
   * are refused. Well below the number of requests that are worked on at a time (200), so that one
   * address never takes all turns.
   */
  @WithDefault("100")
  @WithConverter(Positive.class)
  int openRequests();

  /**
   * Wrong passwords that are looked at from one address in a minute. After that even the right one
   * is refused there until time has passed, so a colleague who guesses locks out the same office.
   */
  @WithDefault("10")
  @WithConverter(Positive.class)
  int failedLoginsPerMinute();
}
