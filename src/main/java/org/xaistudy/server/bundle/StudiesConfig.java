package org.xaistudy.server.bundle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which studies the server runs. */
@ConfigMapping(prefix = "xaistudy")
public interface StudiesConfig {
  /**
   * Folders of the studies to run. Each must be whole, or the server does not start; one that has
   * answers starts all the same, and hands out what it has. Without this every folder below {@code
   * ./studies} with a {@code study.yaml} is run, and one that is not whole is left out with a
   * warning unless no other is left.
   */
  Optional<List<Path>> studies();

  /** How a study begins. */
  NewStudy newStudy();

  /** A study that is seen for the first time. */
  interface NewStudy {
    /**
     * {@code live}: whoever has its link can take part at once, which suits a demonstration. {@code
     * draft}: nobody can, until a researcher opens it.
     */
    @WithDefault("live")
    StudyState state();
  }
}
