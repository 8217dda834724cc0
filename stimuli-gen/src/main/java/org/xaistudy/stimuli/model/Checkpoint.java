package org.xaistudy.stimuli.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A training after some of its epochs: all that the next one depends on.
 *
 * @param epochs how many are done
 * @param arrays parameters, their moments and running statistics, by name
 */
record Checkpoint(int epochs, Map<String, float[]> arrays) {
  private static final int FORMAT = 1;

  /** Writes it in one go: whoever stops the program meanwhile leaves the one before. */
  void write(Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    CheckedOutputStream sum =
        new CheckedOutputStream(
            new BufferedOutputStream(Files.newOutputStream(beside)), new CRC32());
    try (DataOutputStream out = new DataOutputStream(sum)) {
      out.writeInt(FORMAT);
      out.writeInt(epochs);
      out.writeInt(arrays.size());
      for (Map.Entry<String, float[]> array : arrays.entrySet()) {
        out.writeUTF(array.getKey());
        out.writeInt(array.getValue().length);
        for (float value : array.getValue()) {
          out.writeFloat(value);
        }
      }
      out.writeLong(sum.getChecksum().getValue());
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads one.
   *
   * @return empty if there is none, or it is damaged: then training begins anew
   */
  static Optional<Checkpoint> read(Path file) {
    CRC32 crc = new CRC32();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), crc))) {
      if (in.readInt() != FORMAT) {
        return Optional.empty();
      }
      int epochs = in.readInt();
      int count = in.readInt();
      Map<String, float[]> arrays = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        int length = in.readInt();
        if (length < 0 || length > Files.size(file) / Float.BYTES) {
          return Optional.empty();
        }
        float[] values = new float[length];
        for (int k = 0; k < values.length; k++) {
          values[k] = in.readFloat();
        }
        arrays.put(name, values);
      }
      long sum = crc.getValue();
      return in.readLong() == sum ? Optional.of(new Checkpoint(epochs, arrays)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
