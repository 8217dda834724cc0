package org.xaistudy.stimuli.model;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Recordings that are part of the project: a fresh clone is compared with them, too. */
public final class Recorded {
  private Recorded() {}

  /** A file or folder below the test resources' {@code references}. */
  public static Path path(String relative) {
    String name = "/references/" + relative;
    try {
      return Path.of(Objects.requireNonNull(Recorded.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
