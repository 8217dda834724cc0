package org.xaistudy.analysis.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts a set of files into a folder so that nobody ever reads half of one.
 *
 * <p>All are written to a temporary folder beside it first; only when every one is there are they
 * moved into place, each in one step.
 */
public final class Publication {
  private Publication() {}

  /**
   * Writes the files.
   *
   * @param folder made if absent; other files in it are left alone
   * @param files text by path relative to the folder
   * @throws UncheckedIOException if one cannot be written; then none of them has changed
   */
  public static void write(Path folder, Map<String, String> files) {
    try {
      Path target = folder.toAbsolutePath().normalize();
      Files.createDirectories(target);
      Path temporary = Files.createTempDirectory(target, ".writing-");
      try {
        stage(temporary, files);
        moveInto(target, temporary, files);
      } finally {
        delete(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static void stage(Path temporary, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = temporary.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static void moveInto(Path target, Path temporary, Map<String, String> files)
      throws IOException {
    for (String name : files.keySet()) {
      Files.createDirectories(target.resolve(name).getParent());
      Files.move(
          temporary.resolve(name),
          target.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
