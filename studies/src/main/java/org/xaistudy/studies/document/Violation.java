package org.xaistudy.studies.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A schema violation, put into words for the person who wrote the file. */
record Violation(ValidationMessage violation, JsonNode schema, String within) {
  Problem problem(Document document) {
    String pointer = pointer();
    return switch (violation.getType()) {
      case "required" ->
          document.problem(
              pointer, "the key '" + violation.getProperty() + "' is missing here" + meaning());
      case "additionalProperties" ->
          document.problem(pointer + "/" + escaped(violation.getProperty()), unknownKey());
      case "enum", "const" -> document.problem(pointer, expected(choices()));
      case "type" -> document.problem(pointer, expected(types()) + unquoted(document, pointer));
      case "pattern" -> document.problem(pointer, expected("text of the form " + limit()));
      case "minimum" -> document.problem(pointer, expected("at least " + limit()));
      case "maximum" -> document.problem(pointer, expected("at most " + limit()));
      case "exclusiveMinimum" -> document.problem(pointer, expected("more than " + limit()));
      case "exclusiveMaximum" -> document.problem(pointer, expected("less than " + limit()));
      case "minItems" -> document.problem(pointer, expected("a list of at least " + limit()));
      case "maxItems" -> document.problem(pointer, expected("a list of at most " + limit()));
      case "minProperties", "maxProperties" ->
          document.problem(pointer, expected("exactly one of " + String.join(", ", knownKeys())));
      case "maxLength" ->
          document.problem(pointer, expected("text of at most " + limit() + " characters"));
      case "minLength" -> document.problem(pointer, expected("text that is not empty"));
      default -> document.problem(pointer, violation.getError());
    };
  }

  private String pointer() {
    StringBuilder pointer = new StringBuilder(within);
    var path = violation.getInstanceLocation();
    for (int i = 0; i < path.getNameCount(); i++) {
      pointer.append('/').append(escaped(String.valueOf(path.getElement(i))));
    }
    return pointer.toString();
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private JsonNode properties() {
    String fragment = violation.getSchemaLocation().getFragment().toString();
    String around = fragment.substring(0, fragment.lastIndexOf('/'));
    return schema.at(around + "/properties");
  }

  /** What the schema says the missing key is for. */
  private String meaning() {
    JsonNode description = properties().path(violation.getProperty()).path("description");
    return description.isTextual() ? " (" + description.asText() + ")" : "";
  }

  private String unknownKey() {
    return Keys.nearest(violation.getProperty(), knownKeys())
        .map(near -> "unknown key; did you mean '" + near + "'?")
        .orElse("unknown key; known here: " + String.join(", ", knownKeys()));
  }

  private List<String> knownKeys() {
    List<String> known = new ArrayList<>();
    properties().fieldNames().forEachRemaining(known::add);
    return known;
  }

  private String expected(String what) {
    return "expected " + what + ", found " + found();
  }

  private String found() {
    JsonNode node = violation.getInstanceNode();
    if (node.isObject()) {
      return "keys and values";
    }
    if (node.isArray()) {
      return "a list of " + node.size();
    }
    return node.isTextual() ? "'" + node.asText() + "'" : node.asText();
  }

  /** YAML takes some words for something else than text. */
  private String unquoted(Document document, String pointer) {
    JsonNode node = violation.getInstanceNode();
    if (!types().contains("text") || !node.isValueNode() || node.isTextual()) {
      return "";
    }
    String word = document.written(pointer).split("[\\s,\\]}#]", 2)[0];
    return word.isEmpty() || word.equals(node.asText())
        ? "; put it into quotation marks if it is meant as text"
        : "; '%s' means that in YAML unless it is put into quotation marks".formatted(word);
  }

  private String limit() {
    return violation.getSchemaNode().asText();
  }

  private String choices() {
    JsonNode allowed = violation.getSchemaNode();
    return allowed.isArray()
        ? "one of "
            + StreamSupport.stream(allowed.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "))
        : allowed.asText();
  }

  private String types() {
    List<String> names = new ArrayList<>();
    JsonNode allowed = violation.getSchemaNode();
    (allowed.isArray() ? allowed : List.of(allowed))
        .forEach(type -> names.add(words(type.asText())));
    return String.join(" or ", names);
  }

  private static String words(String type) {
    return switch (type) {
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "string" -> "text";
      case "array" -> "a list";
      case "object" -> "keys and values";
      case "boolean" -> "true or false";
      default -> type.toLowerCase(Locale.ROOT);
    };
  }
}
