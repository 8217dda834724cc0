package org.xaistudy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.statistics.StatisticsCsv;
import org.xaistudy.analysis.statistics.StatisticsTable;
import org.xaistudy.testing.Shared;

/** The published answers of the 2023 study against R 4.2.2 (stats, lme4 1.1-31). */
class AchtibatTest {
  @Test
  void everyRowAgreesWithR() throws IOException {
    Map<List<String>, Double> computed = values(parse(csvOfStudy()));
    Map<List<String>, Double> expected = values(parse(Files.readString(folder("expected.csv"))));
    assertThat(expected).hasSize(314);
    expected.forEach(
        (key, value) ->
            assertThat(computed.get(key))
                .as(key.toString())
                .isNotNull()
                .isCloseTo(value, within(Math.abs(value) * tolerance(key))));
  }

  /** As tight as R's own optimiser is: its mixed model ends where a flat top looks flat to it. */
  private static double tolerance(List<String> key) {
    boolean model = key.get(0).startsWith("glmm");
    return !model ? 1e-8 : key.get(3).equals("p") ? 2e-2 : 1e-3;
  }

  private static String csvOfStudy() {
    Responses responses = ResponsesFile.read(folder("responses.csv"), ProgressListener.SILENT);
    Results results =
        Results.of(responses, Plan.comparingWith("crp", responses), ProgressListener.SILENT);
    return StatisticsCsv.of(StatisticsTable.of(results));
  }

  private static Path folder(String file) {
    return Shared.path("reference/achtibat2023/" + file);
  }

  private static List<CSVRecord> parse(String csv) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(csv, format)) {
      return parser.getRecords();
    }
  }

  private static Map<List<String>, Double> values(List<CSVRecord> rows) {
    Map<List<String>, Double> values = new HashMap<>();
    for (CSVRecord row : rows) {
      Double before =
          values.put(
              List.of(row.get("table"), row.get("method"), row.get("versus"), row.get("quantity")),
              row.get("value").equals("NA") ? Double.NaN : Double.parseDouble(row.get("value")));
      assertThat(before).as("one row for %s", row).isNull();
    }
    return values;
  }
}
