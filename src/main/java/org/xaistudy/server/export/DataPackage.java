package org.xaistudy.server.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.xaistudy.studies.responses.Column;

/**
 * {@code datapackage.json}: the archive as a <a
 * href="https://specs.frictionlessdata.io/data-package/">Frictionless Data Package</a> (version 1),
 * in which each table has its columns with their types and meanings.
 */
final class DataPackage {
  private static final String RESPONSES = "responses.csv";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private DataPackage() {}

  /** The file's bytes. */
  static byte[] of(
      String id, String title, Instant created, List<Contents> files, Codebook codebook) {
    ObjectNode root = JSON.createObjectNode();
    root.put("profile", "data-package");
    root.put("name", id);
    root.put("title", title);
    root.put("created", created.toString());
    ArrayNode resources = root.putArray("resources");
    files.forEach(file -> resource(resources.addObject(), file, codebook));
    return bytes(root);
  }

  private static void resource(ObjectNode resource, Contents file, Codebook codebook) {
    resource.put("name", file.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-"));
    resource.put("path", file.name());
    resource.put("format", file.name().substring(file.name().lastIndexOf('.') + 1));
    resource.put("mediatype", file.mediaType());
    resource.put("bytes", file.bytes());
    resource.put("hash", "sha256:" + file.sha256());
    if (file.isTable()) {
      resource.put("profile", "tabular-data-resource");
      resource.put("encoding", "utf-8");
      if (file.name().equals(RESPONSES)) {
        // Not a name of the specification's, which lets a package add its own.
        resource.put("formatVersion", Column.format(file.columns()));
      }
      ArrayNode fields = resource.putObject("schema").putArray("fields");
      for (String column : file.columns()) {
        field(fields.addObject(), file.name(), column, codebook);
      }
    } else {
      resource.put("profile", "data-resource");
    }
  }

  private static void field(ObjectNode field, String table, String column, Codebook codebook) {
    field.put("name", column);
    codebook
        .of(table, column)
        .ifPresent(
            entry -> {
              field.put("type", entry.type());
              field.put("description", entry.meaning() + " (" + entry.values() + ")");
              if (entry.type().equals("boolean")) {
                field.putArray("trueValues").add("yes");
                field.putArray("falseValues").add("no");
              }
              if (entry.type().equals("datetime")) {
                field.put("format", "any");
              }
            });
    if (!field.has("type")) {
      field.put("type", "string");
    }
  }

  static byte[] bytes(ObjectNode root) {
    try {
      return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }
}
