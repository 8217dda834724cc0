package org.xaistudy.server.assignment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people may be away. */
@ConfigMapping(prefix = "xaistudy.assignment")
public interface AssignmentConfig {
  /**
   * A place whose participant has not opened or sent a page for this long is given to the next
   * arrival. Longer means that a study fills more slowly after drop-outs; shorter means that people
   * who pause come back to a place that is gone and cannot be counted.
   */
  @WithDefault("PT20M")
  Duration keepPlace();
}
