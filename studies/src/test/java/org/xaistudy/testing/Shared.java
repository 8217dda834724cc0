package org.xaistudy.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reference values and real data that lie beside the project, not in it.
 *
 * <p>They are looked for in {@code ../shared}, or where {@code -Dshared=…} says. A test that needs
 * them is skipped with a plain message where they are absent, and fails where {@code CI=true}:
 * there a silent skip would hide that a number is no longer compared with its reference.
 */
public final class Shared {
  private static final Set<Path> SKIPPED = ConcurrentHashMap.newKeySet();

  private Shared() {}

  /**
   * The file or folder at {@code relative} below the shared folder.
   *
   * @throws org.opentest4j.TestAbortedException if it is absent (an error where {@code CI=true})
   */
  public static Path path(String relative) {
    Path path = Path.of(System.getProperty("shared", "../../shared")).resolve(relative).normalize();
    if (!Files.exists(path)) {
      String message = "skipped: " + path + " is not there (name its folder with -Dshared=…)";
      if ("true".equals(System.getenv("CI"))) {
        fail(message);
      }
      if (SKIPPED.add(path)) {
        System.out.println("[WARNING] " + message); // the build itself tells only how many
      }
      abort(message);
    }
    return path;
  }

  /** The root folder of the project. */
  public static Path root() {
    return Path.of(System.getProperty("root.dir", "..")).toAbsolutePath().normalize();
  }
}
