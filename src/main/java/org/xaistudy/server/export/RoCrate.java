package org.xaistudy.server.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * {@code ro-crate-metadata.json}: the archive as a <a
 * href="https://www.researchobject.org/ro-crate/specification/1.1/">Research Object Crate</a>,
 * version 1.1, images included.
 */
final class RoCrate {
  /** Its name, which the specification fixes. */
  static final String NAME = "ro-crate-metadata.json";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ID = "@id";
  private static final String TYPE = "@type";
  private static final String LICENSE = "#license";

  private RoCrate() {}

  /** The file's bytes. */
  static byte[] of(String title, String description, Instant published, List<Contents> files) {
    ObjectNode root = JSON.createObjectNode();
    root.put("@context", "https://w3id.org/ro/crate/1.1/context");
    ArrayNode graph = root.putArray("@graph");
    ObjectNode descriptor = entity(graph, NAME, "CreativeWork");
    descriptor.putObject("conformsTo").put(ID, "https://w3id.org/ro/crate/1.1");
    descriptor.putObject("about").put(ID, "./");
    ObjectNode crate = entity(graph, "./", "Dataset");
    crate.put("name", title);
    crate.put("description", description);
    crate.put("datePublished", published.toString());
    crate.putObject("license").put(ID, LICENSE);
    ArrayNode parts = crate.putArray("hasPart");
    ObjectNode license = entity(graph, LICENSE, "CreativeWork");
    license.put("name", "License");
    license.put("description", "To be stated by whoever publishes this archive.");
    for (Contents file : files) {
      parts.addObject().put(ID, file.name());
      ObjectNode part = entity(graph, file.name(), "File");
      part.put("name", file.name());
      part.put("encodingFormat", file.mediaType());
      part.put("contentSize", String.valueOf(file.bytes()));
      part.put("sha256", file.sha256());
    }
    return DataPackage.bytes(root);
  }

  private static ObjectNode entity(ArrayNode graph, String id, String type) {
    ObjectNode entity = graph.addObject();
    entity.put(ID, id);
    entity.put(TYPE, type);
    return entity;
  }
}
