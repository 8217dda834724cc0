package org.xaistudy.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.xaistudy.testing.Shared;

/** The example study's YAML, made smaller. */
public final class Yaml {
  private Yaml() {}

  /**
   * The example study under another id and with another design.
   *
   * @param perArm people per method
   * @param perModel images per model
   * @param samples images to choose from
   */
  public static String of(String id, int perArm, int perModel, int samples) {
    try {
      return Files.readString(Shared.root().resolve("studies/border-artefact/study.yaml"))
          .replaceFirst("id: [a-z-]+", "id: " + id)
          .replaceFirst("participantsPerArm: \\d+", "participantsPerArm: " + perArm)
          .replaceFirst("trialsPerModel: \\d+", "trialsPerModel: " + perModel)
          .replaceFirst("samples: \\d+", "samples: " + samples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
