package org.xaistudy.stimuli.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xaistudy.stimuli.model.Npy;
import org.xaistudy.stimuli.model.Tensor;

/** Named arrays as files of one folder: all of them appear, or none. */
final class ArrayFiles {
  private ArrayFiles() {}

  static void write(Path folder, Map<String, Tensor> arrays) throws IOException {
    Files.createDirectories(folder);
    Map<Path, Path> written = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, Tensor> array : arrays.entrySet()) {
        Path part = folder.resolve("." + array.getKey() + ".part");
        written.put(part, folder.resolve(array.getKey() + ".npy"));
        Npy.write(part, array.getValue());
      }
      for (Map.Entry<Path, Path> file : written.entrySet()) {
        Files.move(file.getKey(), file.getValue(), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (Path part : written.keySet()) {
        Files.deleteIfExists(part);
      }
    }
  }
}
