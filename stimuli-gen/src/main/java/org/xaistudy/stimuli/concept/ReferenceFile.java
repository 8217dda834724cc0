package org.xaistudy.stimuli.concept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * References in one file, columns one after another, so that a program can map it into memory:
 *
 * <ol>
 *   <li>8 bytes {@code XAIREFS2};
 *   <li>the header's length, 4 bytes, and the header, JSON in UTF-8, filled up with spaces to a
 *       multiple of 8: the question (model's checksum, composite, target, number of images and
 *       classes, layers with their channels, criteria, top) and the ranges of images searched;
 *   <li>images of each class, 8-byte integers;
 *   <li>for each layer, for each criterion, columns over channels × top, each channel's largest
 *       value first: image (4-byte integers, −1 where there are fewer), value (4-byte floats), row,
 *       column (4-byte integers); then sums of the criterion over each class's images, classes ×
 *       channels: the whole numbers below them, and what remains in units of 2⁻⁶², each 8-byte
 *       integers.
 * </ol>
 *
 * <p>All numbers are little-endian. Beside it stands the same as CSV.
 */
public final class ReferenceFile {
  private static final byte[] MAGIC = "XAIREFS2".getBytes(StandardCharsets.US_ASCII);
  private static final int ALIGNMENT = 8;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
          .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
          .build();

  private ReferenceFile() {}

  /** What the header says. */
  record Header(References.Question question, List<References.Range> searched) {}

  /** Writes a file, whole or not at all. */
  public static void write(Path file, References references) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.write(part, bytes(references));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** What a file holds. */
  public static byte[] bytes(References references) throws IOException {
    byte[] header = header(references);
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.toIntExact(MAGIC.length + 4 + header.length + body(references)))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).putInt(header.length).put(header);
    put(bytes, references.imagesOfClass);
    for (LayerReferences layer : references.layers()) {
      for (Criterion criterion : references.question().criteria()) {
        Ranking ranking = layer.ranking(criterion);
        put(bytes, ranking.images);
        bytes.asFloatBuffer().put(ranking.values);
        bytes.position(bytes.position() + 4 * ranking.values.length);
        put(bytes, ranking.rows);
        put(bytes, ranking.columns);
        put(bytes, layer.sums(criterion).whole);
        put(bytes, layer.sums(criterion).fraction);
      }
    }
    return bytes.array();
  }

  private static byte[] header(References references) throws JsonProcessingException {
    byte[] json = JSON.writeValueAsBytes(new Header(references.question(), references.searched()));
    int filling = Math.floorMod(-(MAGIC.length + 4 + json.length), ALIGNMENT);
    byte[] header = Arrays.copyOf(json, json.length + filling);
    Arrays.fill(header, json.length, header.length, (byte) ' ');
    return header;
  }

  private static long body(References references) {
    References.Question question = references.question();
    long size = 8L * question.classes();
    for (References.SearchedLayer layer : question.layers()) {
      long each = layer.channels() * (16L * question.top() + 16L * question.classes());
      size += each * question.criteria().size();
    }
    return size;
  }

  private static void put(ByteBuffer bytes, int[] values) {
    bytes.asIntBuffer().put(values);
    bytes.position(bytes.position() + 4 * values.length);
  }

  private static void put(ByteBuffer bytes, long[] values) {
    bytes.asLongBuffer().put(values);
    bytes.position(bytes.position() + 8 * values.length);
  }

  /**
   * Reads a file.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static References read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      return read(bytes);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new IOException(file + ": there is no such file; make it with concepts references", e);
    } catch (JsonProcessingException
        | java.nio.BufferUnderflowException
        | IllegalArgumentException e) {
      throw new IOException(file + ": the references are damaged or of another version", e);
    }
  }

  /** The references that {@link #bytes} were made of. */
  public static References read(byte[] bytes) throws IOException {
    return read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
  }

  private static References read(ByteBuffer bytes) throws IOException {
    byte[] magic = new byte[MAGIC.length];
    bytes.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IllegalArgumentException("not a file of references");
    }
    byte[] json = new byte[bytes.getInt()];
    bytes.get(json);
    Header header = JSON.readValue(json, Header.class);
    References references = new References(header.question());
    header.searched().forEach(range -> references.done(range.from(), range.to()));
    get(bytes, references.imagesOfClass);
    for (LayerReferences layer : references.layers()) {
      for (Criterion criterion : references.question().criteria()) {
        Ranking ranking = layer.ranking(criterion);
        get(bytes, ranking.images);
        bytes.asFloatBuffer().get(ranking.values);
        bytes.position(bytes.position() + 4 * ranking.values.length);
        get(bytes, ranking.rows);
        get(bytes, ranking.columns);
        get(bytes, layer.sums(criterion).whole);
        get(bytes, layer.sums(criterion).fraction);
      }
    }
    return references;
  }

  private static void get(ByteBuffer bytes, int[] values) {
    bytes.asIntBuffer().get(values);
    bytes.position(bytes.position() + 4 * values.length);
  }

  private static void get(ByteBuffer bytes, long[] values) {
    bytes.asLongBuffer().get(values);
    bytes.position(bytes.position() + 8 * values.length);
  }

  /** Writes {@code layer,channel,by,rank,image,value,row,column}. */
  public static void writeCsv(Path file, References references) throws IOException {
    CsvTable.write(
        file,
        "layer,channel,by,rank,image,value,row,column",
        table -> {
          for (LayerReferences layer : references.layers()) {
            for (Criterion criterion : references.question().criteria()) {
              for (int c = 0; c < layer.channels(); c++) {
                int rank = 1;
                for (Reference r : layer.ranking(criterion).of(c)) {
                  table.row(
                      layer.layer(),
                      c,
                      criterion,
                      rank++,
                      r.image(),
                      r.value(),
                      r.row(),
                      r.column());
                }
              }
            }
          }
        });
  }
}
