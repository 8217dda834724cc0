package org.xaistudy.analysis.statistics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/**
 * {@code statistics.json}: what {@code statistics.csv} says, with the plan and the checksum of the
 * answers; {@code null} where the data do not determine a value.
 */
public final class StatisticsJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private StatisticsJson() {}

  /** The file's text. */
  public static String of(Results results, List<Statistic> rows) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      plan(json, results);
      json.writeArrayFieldStart("statistics");
      for (Statistic row : rows) {
        write(json, row);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text + "\n";
  }

  private static void plan(JsonGenerator json, Results results) throws IOException {
    Plan plan = results.plan();
    json.writeStringField("study", results.flow().kept().study());
    json.writeStringField("responses_sha256", results.flow().kept().sha256());
    json.writeStringField("reference", plan.reference());
    json.writeStringField("primary", plan.primary().id());
    json.writeStringField("correction", plan.correction().id());
    json.writeNumberField("level", plan.level());
    json.writeNumberField("resamples", plan.resampling().samples());
    json.writeNumberField("seed", plan.resampling().seed());
    json.writeBooleanField("preregistered", plan.preregistered());
    json.writeArrayFieldStart("versions");
    for (int version : results.flow().versions()) {
      json.writeNumber(version);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("equivalence_margins");
    for (MeasureResult result : results.measures()) {
      json.writeNumberField(result.measure().id(), plan.margins().of(result.measure()));
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Statistic row) throws IOException {
    json.writeStartObject();
    json.writeStringField("table", row.table());
    json.writeStringField("method", row.method());
    json.writeStringField("versus", row.versus());
    json.writeStringField("quantity", row.quantity());
    if (!row.direction().isEmpty()) {
      json.writeStringField("direction", row.direction());
    }
    if (Double.isFinite(row.value())) {
      json.writeNumberField("value", row.value());
    } else {
      json.writeNullField("value");
    }
    json.writeEndObject();
  }
}
