package org.xaistudy.studies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.testing.Shared;

/**
 * Every value of a study in turn is left out or becomes something else. Whatever comes of it is
 * read as a study, or refused with a message that names file, line and column: nothing else may
 * happen.
 */
class DamagedStudyTest {
  private static final Path NAME = Path.of("study.yaml");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<Supplier<JsonNode>> OTHERS =
      List.of(
          NODES::nullNode,
          NODES::objectNode,
          NODES::arrayNode,
          () -> NODES.arrayNode().addNull(),
          () -> NODES.booleanNode(true),
          () -> NODES.numberNode(-1),
          () -> NODES.numberNode(1e300),
          () -> NODES.numberNode(0.5),
          () -> NODES.textNode(""),
          () -> NODES.textNode("~/\0#é"),
          () -> NODES.objectNode().putNull("en"));

  private static JsonNode study(String id) throws IOException {
    return new YAMLMapper()
        .readTree(Shared.root().resolve("studies/" + id + "/study.yaml").toFile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"border-artefact", "cifar10-border"})
  void isReadOrRefusedWithItsPlace(String id) throws IOException {
    JsonNode whole = study(id);
    List<JsonPointer> places = new ArrayList<>();
    collect(whole, JsonPointer.empty(), places);
    int refused = 0;
    for (JsonPointer place : places) {
      refused += isRefused(without(whole, place), "without " + place) ? 1 : 0;
      for (Supplier<JsonNode> other : OTHERS) {
        JsonNode value = other.get();
        refused += isRefused(with(whole, place, value), place + " is " + value) ? 1 : 0;
      }
    }
    assertThat(refused).isGreaterThan(places.size() * OTHERS.size() / 2);
  }

  @Test
  void whatIsNotTouchedIsRead() throws IOException {
    assertThat(isRefused(study("border-artefact"), "nothing")).isFalse();
  }

  private static boolean isRefused(JsonNode damaged, String what) {
    byte[] bytes = damaged.toString().getBytes(StandardCharsets.UTF_8);
    try {
      StudyFile.read(NAME, bytes);
      return false;
    } catch (InvalidFileException e) {
      assertThat(e.getMessage().lines().toList())
          .as(what)
          .isNotEmpty()
          .allMatch(line -> line.matches("study\\.yaml:\\d+:\\d+: .{10,}"));
      return true;
    } catch (RuntimeException e) {
      throw new AssertionError(what, e);
    }
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
    if (!at.toString().isEmpty()) {
      places.add(at);
    }
    node.fieldNames()
        .forEachRemaining(name -> collect(node.get(name), at.appendProperty(name), places));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(node.get(i), at.appendIndex(i), places);
    }
  }

  private static JsonNode without(JsonNode whole, JsonPointer place) {
    JsonNode copy = whole.deepCopy();
    JsonNode parent = copy.at(place.head());
    JsonPointer last = place.last();
    if (parent instanceof ObjectNode object) {
      object.remove(last.getMatchingProperty());
    } else if (parent instanceof ArrayNode array) {
      array.remove(last.getMatchingIndex());
    }
    return copy;
  }

  private static JsonNode with(JsonNode whole, JsonPointer place, JsonNode value) {
    JsonNode copy = whole.deepCopy();
    JsonNode parent = copy.at(place.head());
    JsonPointer last = place.last();
    if (parent instanceof ObjectNode object) {
      object.set(last.getMatchingProperty(), value);
    } else if (parent instanceof ArrayNode array) {
      array.set(last.getMatchingIndex(), value);
    }
    return copy;
  }
}
