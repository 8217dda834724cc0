package org.xaistudy.server.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/**
 * Where researchers may log in with the account that their institution gave them, by OpenID
 * Connect. {@code application.properties} hands all but the name on to Quarkus.
 */
@ConfigMapping(prefix = "xaistudy.oidc")
interface Institution {
  /** Whether that is possible. */
  @WithDefault("false")
  boolean enabled();

  /** What the page calls it. */
  @WithName("name")
  @WithDefault("your institution")
  String called();

  /** The provider's address, below which its configuration is found. */
  Optional<String> url();

  /** What the provider knows this server as. */
  Optional<String> clientId();

  /** What proves it; of at least 32 characters where replicas share the logins. */
  Optional<String> secret();

  /** The claim of the ID token that names a person. */
  @WithDefault("preferred_username")
  String nameClaim();

  /** The claim that lists roles, with slashes between levels. */
  @WithDefault("roles")
  String roleClaim();

  /** What the page calls it; empty if nobody can log in there. */
  default Optional<String> name() {
    return enabled() ? Optional.of(called()) : Optional.empty();
  }
}
