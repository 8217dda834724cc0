package org.xaistudy.studies.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A YAML or JSON file whose values know their line and column.
 *
 * <p>{@code Document.yaml(file).check(schema).as(Study.class)} reads, validates and binds; each
 * step throws an {@link InvalidFileException} that says where and what would be right.
 */
public final class Document {
  private static final ObjectMapper BINDER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private static final ObjectMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final JsonNodeReader READER =
      JsonNodeReader.builder()
          .yamlMapper(strict(YAMLMapper.builder().build()))
          .jsonMapper(strict(new JsonMapper()))
          .locationAware()
          .build();

  private final Path file;
  private final byte[] bytes;
  private final JsonNode root;

  private static ObjectMapper strict(ObjectMapper mapper) {
    return mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  }

  private Document(Path file, byte[] bytes, JsonNode root) {
    this.file = file;
    this.bytes = bytes;
    this.root = root;
  }

  /**
   * Reads a YAML file.
   *
   * @throws InvalidFileException if it is absent, empty, or not YAML
   */
  public static Document yaml(Path file) {
    return read(file, InputFormat.YAML);
  }

  /**
   * Reads YAML that is no file of its own, such as one inside an archive.
   *
   * @param name what messages call it
   * @throws InvalidFileException if it is empty, or not YAML
   */
  public static Document yaml(Path name, byte[] bytes) {
    return read(name, bytes, InputFormat.YAML);
  }

  /**
   * Reads a JSON file.
   *
   * @throws InvalidFileException if it is absent, empty, or not JSON (a truncated one, too)
   */
  public static Document json(Path file) {
    return read(file, InputFormat.JSON);
  }

  /**
   * Reads JSON that is no file of its own, such as one inside an archive.
   *
   * @param name what messages call it
   * @throws InvalidFileException if it is empty, or not JSON (a truncated one, too)
   */
  public static Document json(Path name, byte[] bytes) {
    return read(name, bytes, InputFormat.JSON);
  }

  private static Document read(Path file, InputFormat format) {
    try {
      return read(file, Files.readAllBytes(file), format);
    } catch (NoSuchFileException e) {
      throw new InvalidFileException(Problem.ofFile(file, "no such file"));
    } catch (IOException e) {
      throw new InvalidFileException(Problem.ofFile(file, "cannot be read: " + e.getMessage()));
    }
  }

  private static Document read(Path file, byte[] bytes, InputFormat format) {
    try {
      // A decoder of one's own reports malformed bytes, where a charset would replace them unseen.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode root = parse(text, format);
      if (root == null || !root.isObject()) {
        throw new InvalidFileException(
            Problem.ofFile(file, "expected keys and values, found none"));
      }
      return new Document(file, bytes, root);
    } catch (JsonProcessingException e) {
      throw new InvalidFileException(Syntax.problem(file, format, e));
    } catch (IOException e) {
      throw new InvalidFileException(
          Problem.ofFile(file, "cannot be read as UTF-8 text: " + e.getMessage()));
    }
  }

  private static JsonNode parse(String text, InputFormat format) throws IOException {
    try {
      return READER.readTree(text, format);
    } catch (IllegalArgumentException e) {
      // The reader wraps what the parser says about malformed text.
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Holds the document against a schema.
   *
   * @return this document
   * @throws InvalidFileException naming every violation
   */
  public Document check(JsonSchema schema) {
    return check("", schema, root);
  }

  /**
   * Holds a part of the document against a schema of its own.
   *
   * @param pointer where the part is; messages name its places from there
   * @param part what stands there
   * @return this document
   * @throws InvalidFileException naming every violation
   */
  public Document check(String pointer, JsonSchema schema, JsonNode part) {
    List<Problem> problems =
        schema.validate(part).stream()
            .map(violation -> new Violation(violation, schema.getSchemaNode(), pointer))
            .map(violation -> violation.problem(this))
            .distinct()
            .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
    return this;
  }

  /**
   * Binds the document to a record.
   *
   * @throws InvalidFileException if a value does not fit
   */
  public <T> T as(Class<T> type) {
    try {
      return BINDER.treeToValue(root, type);
    } catch (JsonMappingException e) {
      throw new InvalidFileException(problem(pointer(e.getPath()), message(e)));
    } catch (JsonProcessingException e) {
      throw new InvalidFileException(Problem.ofFile(file, e.getOriginalMessage()));
    }
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    JsonPointer pointer = JsonPointer.empty();
    for (JsonMappingException.Reference step : path) {
      pointer =
          step.getFieldName() == null
              ? pointer.appendIndex(step.getIndex())
              : pointer.appendProperty(step.getFieldName());
    }
    return pointer.toString();
  }

  /** What a record says of its own values, without the binder's words around it. */
  private static String message(JsonMappingException e) {
    return e.getCause() instanceof IllegalArgumentException own
        ? String.valueOf(own.getMessage())
        : e.getOriginalMessage();
  }

  /** What is written at the value of a place, up to the end of its line. */
  String written(String pointer) {
    JsonLocation at = JsonNodes.tokenLocationOf(root.at(JsonPointer.compile(pointer)));
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .skip(Math.max(0, at.getLineNr() - 1))
        .findFirst()
        .filter(line -> line.length() >= at.getColumnNr())
        .map(line -> line.substring(at.getColumnNr() - 1))
        .orElse("");
  }

  /** What was read, byte for byte. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * SHA-256 of what some of the keys at the top say, in hexadecimal. It does not depend on how the
   * file is written: comments, spaces and the order of keys make no difference.
   */
  public String sha256(Predicate<String> keys) {
    Map<String, Object> values = new TreeMap<>();
    root.properties().stream()
        .filter(entry -> keys.test(entry.getKey()))
        .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    try {
      Object plain = BINDER.treeToValue(BINDER.valueToTree(values), Object.class);
      return Sha256.of(CANONICAL.writeValueAsBytes(plain));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read can be written", e);
    }
  }

  /** SHA-256 of what was read, in hexadecimal; the file may have been edited since. */
  public String sha256() {
    return Sha256.of(bytes);
  }

  /**
   * A problem at a place of this document, for checks that a schema cannot express.
   *
   * @param pointer the place as a JSON pointer, such as {@code /methods/2/steps}; where nothing
   *     stands there, the nearest value around it gives line and column
   */
  public Problem problem(String pointer, String message) {
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode node = root.at(at);
    for (JsonPointer up = at; node.isMissingNode(); node = root.at(up)) {
      up = up.head();
    }
    JsonLocation location = JsonNodes.tokenLocationOf(node);
    return new Problem(
        file, location.getLineNr(), location.getColumnNr(), Keys.ofPointer(at), message);
  }
}
