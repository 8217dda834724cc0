package org.xaistudy.stimuli.commandline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.attribution.Condition;

/**
 * Conditions as JSON: a list of {@code {"y": [8], "features.17": [42, 22]}}. Without {@code y}, or
 * with {@code "predicted"}, the image's target is explained.
 */
public final class ConditionsFile {
  private ConditionsFile() {}

  /**
   * Reads a file of conditions: the list, or an object whose {@code conditions} is the list.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static List<Condition> read(Path file) throws IOException {
    try {
      JsonNode root = new ObjectMapper().readTree(file.toFile());
      return parse(root.has("conditions") ? root.get("conditions") : root);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IOException(file + ": this is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Conditions from a list in JSON.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static List<Condition> parse(JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a list of conditions such as [{\"y\": [8], \"features.17\": [42]}]");
    }
    List<Condition> conditions = new ArrayList<>();
    list.forEach(node -> conditions.add(condition(node)));
    return conditions;
  }

  private static Condition condition(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("expected an object for each condition, not " + node);
    }
    boolean target = !node.has("y") || node.get("y").asText().equals("predicted");
    Condition condition = target ? Condition.target() : Condition.of(ids(node, "y"));
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getKey().equals("y")) {
        condition = condition.through(field.getKey(), ids(node, field.getKey()));
      }
    }
    return condition;
  }

  private static int[] ids(JsonNode node, String key) {
    JsonNode ids = node.get(key);
    List<Integer> numbers = new ArrayList<>();
    if (ids.isArray()) {
      ids.forEach(id -> numbers.add(id.isInt() ? id.asInt() : -1));
    }
    if (!ids.isArray() || numbers.contains(-1)) {
      throw new IllegalArgumentException(
          "expected a list of whole numbers for " + key + ", not " + ids);
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
