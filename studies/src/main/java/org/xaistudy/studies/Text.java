package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words for people, in one or several languages.
 *
 * <p>Written either as plain text, which then serves every language, or as one text per language
 * code.
 *
 * @param byLanguage text per language code; the key {@code ""} stands for every language
 */
public record Text(Map<String, String> byLanguage) {
  private static final String ANY = "";

  /** Keeps the order in which the languages were written. */
  public Text {
    byLanguage = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
  }

  /** One text for every language. */
  public static Text of(String text) {
    return new Text(Map.of(ANY, text));
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Text of(JsonNode node) {
    if (node.isTextual()) {
      return of(node.asText());
    }
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return new Text(texts);
  }

  /** The text in a language; in the first one written where that language is absent. */
  public String in(String language) {
    String text = byLanguage.getOrDefault(language, byLanguage.get(ANY));
    return text != null ? text : byLanguage.values().iterator().next();
  }

  /** Whether a person who reads {@code language} finds the text in it. */
  public boolean speaks(String language) {
    return byLanguage.containsKey(language) || byLanguage.containsKey(ANY);
  }

  @JsonValue
  Object written() {
    return byLanguage.containsKey(ANY) ? byLanguage.get(ANY) : byLanguage;
  }
}
