package org.xaistudy.stimuli.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Images below any folder.
 *
 * @param classes the names of its subfolders; empty if the images lie in the folder itself
 * @param samples sorted by class and name
 */
public record PlainFolder(List<String> classes, List<Sample> samples) {
  private static final Set<String> ENDINGS =
      Set.of("png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff");

  /** Copies the lists. */
  public PlainFolder {
    classes = List.copyOf(classes);
    samples = List.copyOf(samples);
  }

  /**
   * Lists a folder's images: those of its subfolders, each a class, or its own.
   *
   * @throws IOException if it is not there or holds no image
   */
  public static PlainFolder read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + ": there is no such folder");
    }
    List<Path> own = images(folder);
    List<Sample> samples = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    if (own.isEmpty()) {
      for (Path sub : list(folder)) {
        List<Path> files = Files.isDirectory(sub) ? images(sub) : List.of();
        if (!files.isEmpty()) {
          classes.add(sub.getFileName().toString());
          add(samples, folder, files, classes.size() - 1);
        }
      }
    }
    add(samples, folder, own, 0);
    if (samples.isEmpty()) {
      throw new IOException(
          folder
              + ": no images, neither here nor in subfolders ("
              + String.join(", ", ENDINGS)
              + ")");
    }
    return new PlainFolder(classes, samples);
  }

  private static void add(List<Sample> samples, Path folder, List<Path> files, int label) {
    for (Path file : files) {
      String id = folder.relativize(file).toString().replace('\\', '/');
      samples.add(new Photograph(id, label, file));
    }
  }

  private static List<Path> images(Path folder) throws IOException {
    return list(folder).stream()
        .filter(file -> Files.isRegularFile(file) && ENDINGS.contains(ending(file)))
        .toList();
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Sorted, so that the order does not depend on the file system. */
  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }
}
