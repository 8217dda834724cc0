package org.xaistudy.stimuli.attribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.xaistudy.stimuli.attribution.rule.Rule;

/**
 * A composite of one's own, as YAML:
 *
 * <pre>
 * name: careful
 * first: {rule: zbox, low: -2.1, high: 2.6}   # left out: as its kind
 * convolution: {rule: gamma, gamma: 0.25}
 * linear: epsilon
 * layers:                                     # single layers by name
 *   features.28: {rule: alpha-beta, alpha: 2, beta: 1}
 * biases: absorb                              # or ignore
 * residual: share                             # or gradient
 * </pre>
 *
 * Rules are epsilon (epsilon), z-plus, alpha-beta (alpha, beta), gamma (gamma), w-square, flat and
 * zbox (low, high); in brackets their parameters.
 */
public final class CompositeFile {
  private static final Set<String> KEYS =
      Set.of("name", "first", "convolution", "linear", "layers", "biases", "residual");

  private CompositeFile() {}

  /**
   * Reads a composite.
   *
   * @throws IOException naming the file, the key and what was expected
   */
  public static Composite read(Path file) throws IOException {
    try {
      return composite(new YAMLMapper().readTree(file.toFile()));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": this is not YAML: " + e.getOriginalMessage(), e);
    }
  }

  private static Composite composite(JsonNode root) {
    require(root.isObject(), "expected keys such as convolution and linear");
    root.fieldNames()
        .forEachRemaining(
            key -> require(KEYS.contains(key), "unknown key " + key + "; there are " + KEYS));
    Map<String, Rule> layers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> layer : root.path("layers").properties()) {
      layers.put(layer.getKey(), rule("layers." + layer.getKey(), layer.getValue()));
    }
    String biases = root.path("biases").asText("absorb");
    require(
        Set.of("absorb", "ignore").contains(biases),
        "biases: expected absorb or ignore, not " + biases);
    String residual = root.path("residual").asText("share");
    require(
        Set.of("share", "gradient").contains(residual),
        "residual: expected share or gradient, not " + residual);
    return new Composite(
        root.path("name").asText("custom"),
        root.has("first") ? rule("first", root.get("first")) : null,
        rule("convolution", root.path("convolution")),
        rule("linear", root.path("linear")),
        layers,
        biases.equals("absorb"),
        false,
        residual.equals("gradient"));
  }

  private static Rule rule(String key, JsonNode node) {
    String name = node.isTextual() ? node.asText() : node.path("rule").asText("");
    try {
      return switch (name) {
        case "epsilon" -> new Rule.Epsilon(number(node, "epsilon", Rule.EPSILON));
        case "z-plus" -> new Rule.ZPlus();
        case "alpha-beta" -> new Rule.AlphaBeta(number(node, "alpha", 2), number(node, "beta", 1));
        case "gamma" -> new Rule.Gamma(number(node, "gamma", 0.25));
        case "w-square" -> new Rule.WSquare();
        case "flat" -> new Rule.Flat();
        case "zbox" -> new Rule.ZBox(number(node, "low", Double.NaN), number(node, "high", 0));
        default ->
            throw new IllegalArgumentException(
                "expected a rule (epsilon, z-plus, alpha-beta, gamma, w-square, flat, zbox), not '"
                    + name
                    + "'");
      };
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
    }
  }

  private static double number(JsonNode node, String parameter, double otherwise) {
    JsonNode value = node.path(parameter);
    require(
        value.isMissingNode() || value.isNumber(),
        "expected a number for " + parameter + ", not " + value);
    return value.asDouble(otherwise);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
