package org.xaistudy.analysis.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.results.Results;

/**
 * {@code statistics.json}: what {@code statistics.csv} says, with the plan and the checksum of the
 * answers; {@code null} where the data do not determine a value.
 */
public final class StatisticsJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private StatisticsJson() {}

  /** The file's text. */
  public static String of(Results results, List<Statistic> rows) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("study", results.flow().kept().study())
        .put("responses_sha256", results.flow().kept().sha256())
        .put("reference", results.plan().reference())
        .put("primary", results.plan().primary().id())
        .put("correction", results.plan().correction().id())
        .put("level", results.plan().level())
        .put("resamples", results.plan().resampling().samples())
        .put("seed", results.plan().resampling().seed())
        .put("preregistered", results.plan().preregistered());
    ArrayNode versions = root.putArray("versions");
    results.flow().versions().forEach(versions::add);
    ObjectNode margins = root.putObject("equivalence_margins");
    for (Measure measure : Measure.values()) {
      margins.put(measure.id(), results.plan().margins().of(measure));
    }
    ArrayNode statistics = root.putArray("statistics");
    rows.forEach(row -> statistics.add(node(row)));
    try {
      return MAPPER.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and text can always be written", e);
    }
  }

  private static ObjectNode node(Statistic row) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("table", row.table())
            .put("method", row.method())
            .put("versus", row.versus())
            .put("quantity", row.quantity());
    if (!row.direction().isEmpty()) {
      node.put("direction", row.direction());
    }
    return Double.isFinite(row.value()) ? node.put("value", row.value()) : node.putNull("value");
  }
}
