package org.xaistudy.stimuli.commandline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xaistudy.stimuli.model.Npy;
import org.xaistudy.stimuli.model.Tensor;

/** What a command found, as files of one folder: all of them appear, or none. */
final class ResultFiles {
  private final Map<String, Tensor> arrays = new LinkedHashMap<>();
  private final Map<String, Object> objects = new LinkedHashMap<>();

  /** An array, {@code NAME.npy}. */
  void add(String name, Tensor array) {
    arrays.put(name + ".npy", array);
  }

  /** Records and lists, {@code NAME.json}. */
  void addJson(String name, Object value) {
    objects.put(name + ".json", value);
  }

  /** Writes them; those of the same names that are there are replaced. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Map<Path, Path> written = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, Tensor> array : arrays.entrySet()) {
        Npy.write(part(folder, array.getKey(), written), array.getValue());
      }
      for (Map.Entry<String, Object> object : objects.entrySet()) {
        new ObjectMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValue(part(folder, object.getKey(), written).toFile(), object.getValue());
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

  private static Path part(Path folder, String name, Map<Path, Path> written) {
    Path part = folder.resolve("." + name + ".part");
    written.put(part, folder.resolve(name));
    return part;
  }
}
