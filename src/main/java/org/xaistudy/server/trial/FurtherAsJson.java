package org.xaistudy.server.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said to further questions, as one column of its answer: a table of their own would be
 * one more statement with each answer. Null where nothing was.
 */
@Converter
public class FurtherAsJson implements AttributeConverter<Map<String, String>, String> {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Map<String, String> further) {
    try {
      return further == null || further.isEmpty() ? null : JSON.writeValueAsString(further);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can always be written", e);
    }
  }

  @Override
  public Map<String, String> convertToEntityAttribute(@Nullable String column) {
    return read(column);
  }

  /**
   * What a cell of the column says, by the questions' ids.
   *
   * @throws IllegalStateException if it is not what this class writes
   */
  public static Map<String, String> read(@Nullable String column) {
    try {
      return column == null ? Map.of() : JSON.readValue(column, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not what was stored: " + column, e);
    }
  }
}
