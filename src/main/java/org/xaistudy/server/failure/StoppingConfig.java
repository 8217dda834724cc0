package org.xaistudy.server.failure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the server ends its work. */
@ConfigMapping(prefix = "xaistudy.stopping")
public interface StoppingConfig {
  /**
   * What is under way by then is answered; who is slower has to send again. Whatever stops the
   * server should wait a little longer before it kills.
   */
  @WithDefault("PT30S")
  Duration patience();
}
