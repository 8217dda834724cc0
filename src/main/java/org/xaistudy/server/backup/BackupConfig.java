package org.xaistudy.server.backup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Copies of the embedded database; whoever has one has all answers. */
@ConfigMapping(prefix = "xaistudy.backup")
public interface BackupConfig {
  /** Where copies are put; none are made if it is not named. Better on another disk. */
  Optional<Path> folder();

  /** What is answered after the last copy is lost with the disk. */
  @WithDefault("1h")
  Duration every();

  /** The newest so many copies stay; older ones are deleted. */
  @WithDefault("48")
  int keep();
}
