package org.xaistudy.server.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/** Writes the studies that the server under test runs. */
public final class StudiesForTests implements QuarkusTestResourceLifecycleManager {
  /** A study with room for everybody. */
  public static final String ROOMY = "roomy";

  /** A study with one place per arm and more samples than a person sees. */
  public static final String SMALL = "small";

  /** A study for the race for its places: five arms of five. */
  public static final String CROWDED = "crowded";

  /** Where the studies lie. */
  public static Path folder() {
    return Path.of("target", "studies-for-tests").toAbsolutePath();
  }

  @Override
  public Map<String, String> start() {
    Path roomy = TinyStudy.write(folder().resolve(ROOMY), Yaml.of(ROOMY, 1000, 2, 4));
    Path small = TinyStudy.write(folder().resolve(SMALL), Yaml.of(SMALL, 1, 1, 6));
    Path crowded = TinyStudy.write(folder().resolve(CROWDED), Yaml.of(CROWDED, 5, 1, 4));
    return Map.of("xaistudy.studies", roomy + "," + small + "," + crowded);
  }

  @Override
  public void stop() {}
}
