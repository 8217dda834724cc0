package org.xaistudy.stimuli.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tensors as NumPy's {@code .npy} files, format 1.0. */
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");
  private static final int ALIGNMENT = 64;

  private Npy() {}

  /**
   * Reads floats of 4 or 8 bytes or integers of 1 to 8 bytes, in C order.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static Tensor read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    try {
      return read(bytes);
    } catch (java.nio.BufferUnderflowException e) {
      throw new IOException(file + ": the file is cut short", e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static Tensor read(ByteBuffer bytes) {
    byte[] magic = new byte[MAGIC.length];
    bytes.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IllegalArgumentException("this is not a NumPy array file (.npy)");
    }
    int version = bytes.get();
    bytes.get();
    byte[] header = new byte[version == 1 ? bytes.getShort() & 0xffff : bytes.getInt()];
    bytes.get(header);
    String text = new String(header, StandardCharsets.UTF_8);
    if (text.contains("'fortran_order': True")) {
      throw new IllegalArgumentException("the array is in Fortran order, expected C order");
    }
    int[] shape =
        Arrays.stream(find(SHAPE, text).split(","))
            .map(String::strip)
            .filter(axis -> !axis.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    String type = find(TYPE, text);
    float[] values = new float[Tensor.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(bytes, type);
    }
    return new Tensor(values, shape);
  }

  private static float value(ByteBuffer bytes, String type) {
    return switch (type) {
      case "<f4" -> bytes.getFloat();
      case "<f8" -> (float) bytes.getDouble();
      case "<i8", "<u8" -> bytes.getLong();
      case "<i4", "<u4" -> bytes.getInt();
      case "<i2", "<u2" -> bytes.getShort();
      case "|i1" -> bytes.get();
      case "|u1", "|b1" -> bytes.get() & 0xff;
      default ->
          throw new IllegalArgumentException(
              "its values are of type " + type + ", expected numbers such as <f4");
    };
  }

  private static String find(Pattern pattern, String header) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new IllegalArgumentException("its header is not understood: " + header.strip());
    }
    return matcher.group(1);
  }

  /** Writes {@code tensor} as 4-byte floats. */
  public static void write(Path file, Tensor tensor) throws IOException {
    String shape =
        Arrays.stream(tensor.shape()).mapToObj(axis -> axis + ",").collect(Collectors.joining(" "));
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
    int unpadded = MAGIC.length + 4 + header.length() + 1;
    String padded = header + " ".repeat(Math.floorMod(-unpadded, ALIGNMENT)) + "\n";
    ByteBuffer bytes =
        ByteBuffer.allocate(
                MAGIC.length + 4 + padded.length() + tensor.values().length * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) padded.length());
    bytes.put(padded.getBytes(StandardCharsets.US_ASCII));
    bytes.asFloatBuffer().put(tensor.values());
    Files.write(file, bytes.array());
  }
}
