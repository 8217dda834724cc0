package org.xaistudy.stimuli.concept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people call channels. */
public final class ConceptNames {
  private final Map<String, Map<Integer, String>> byLayer;

  private ConceptNames(Map<String, Map<Integer, String>> byLayer) {
    this.byLayer = byLayer;
  }

  /** No names. */
  public static ConceptNames none() {
    return new ConceptNames(Map.of());
  }

  /** Those of one layer's channels. */
  public static ConceptNames of(String layer, Map<Integer, String> channels) {
    return new ConceptNames(Map.of(layer, Map.copyOf(channels)));
  }

  /**
   * Names in YAML, by layer and channel:
   *
   * <pre>
   * features.28:
   *   102: animal on branch
   *   37: striped
   * </pre>
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static ConceptNames read(Path file) throws IOException {
    try {
      JsonNode root = new YAMLMapper().readTree(file.toFile());
      Map<String, Map<Integer, String>> names = new HashMap<>();
      for (Map.Entry<String, JsonNode> layer : root.properties()) {
        Map<Integer, String> channels = new HashMap<>();
        for (Map.Entry<String, JsonNode> channel : layer.getValue().properties()) {
          if (!channel.getKey().matches("\\d{1,9}") || !channel.getValue().isTextual()) {
            throw new IOException(
                file
                    + ": below "
                    + layer.getKey()
                    + " expected channels with their names, such as 102: animal on branch, not "
                    + channel);
          }
          channels.put(Integer.valueOf(channel.getKey()), channel.getValue().asText());
        }
        names.put(layer.getKey(), channels);
      }
      return new ConceptNames(names);
    } catch (JsonProcessingException e) {
      throw new IOException(file + ": this is not YAML: " + e.getOriginalMessage(), e);
    }
  }

  /** The name of a channel, if it has one. */
  public Optional<String> of(String layer, int channel) {
    return Optional.ofNullable(byLayer.getOrDefault(layer, Map.of()).get(channel));
  }

  /** Its name with its number, or its number alone. */
  public String label(String layer, int channel) {
    return of(layer, channel).map(name -> name + " (" + channel + ")").orElse("channel " + channel);
  }
}
