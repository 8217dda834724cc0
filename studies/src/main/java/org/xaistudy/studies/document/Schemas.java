package org.xaistudy.studies.document;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schemas (draft 2020-12) that are published with the formats. */
public final class Schemas {
  private Schemas() {}

  /**
   * Loads a schema that lies beside a class.
   *
   * @param resource its name relative to {@code owner}
   */
  public static JsonSchema load(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no schema " + resource + " beside " + owner);
      }
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A schema that is given as text. */
  public static JsonSchema parse(String schema) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
  }
}
