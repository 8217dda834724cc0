package org.xaistudy.server.researcher;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Who may see the answers. */
@ConfigMapping(prefix = "xaistudy")
public interface ResearcherConfig {
  /** Where browsers reach this server: the address in the links that it hands out. */
  URI url();

  /** The researcher's account. */
  Account researcher();

  /** Name and password. */
  interface Account {
    /** The name that the browser asks for. */
    @WithDefault("researcher")
    String name();

    /**
     * The password that the browser asks for. Without it a new one is made and printed at each
     * start, which suits one server on one's own machine; several replicas need the same one and
     * therefore this setting.
     */
    Optional<String> password();
  }
}
