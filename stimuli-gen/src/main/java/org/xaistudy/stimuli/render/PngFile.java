package org.xaistudy.stimuli.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** PNG files without metadata, and of whatever length is asked. */
public final class PngFile {
  /** A private, ancillary chunk that is safe to copy: programs that read PNG pass over it. */
  private static final byte[] PADDING = "paDd".getBytes(StandardCharsets.US_ASCII);

  private static final int CHUNK_FRAME = 12;
  private static final int END_CHUNK = 12;

  private PngFile() {}

  /** Encodes an image; the same image gives the same bytes. */
  public static byte[] encode(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /** The least length to which every file of at most {@code longest} bytes can be padded. */
  public static int paddedLength(int longest) {
    return longest + CHUNK_FRAME;
  }

  /**
   * Lengthens a file, so that its size tells nothing about its content.
   *
   * @param length at least {@link #paddedLength} of the file's
   */
  public static byte[] padded(byte[] png, int length) {
    int filling = length - png.length - CHUNK_FRAME;
    if (filling < 0) {
      throw new IllegalArgumentException(png.length + " bytes cannot be padded to " + length);
    }
    ByteBuffer padded = ByteBuffer.allocate(length);
    padded.put(png, 0, png.length - END_CHUNK);
    padded.putInt(filling).put(PADDING);
    CRC32 crc = new CRC32();
    crc.update(PADDING);
    crc.update(new byte[filling]);
    padded.position(padded.position() + filling);
    padded.putInt((int) crc.getValue());
    return padded.put(png, png.length - END_CHUNK, END_CHUNK).array();
  }
}
