package org.xaistudy.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.comparison.Correction;
import org.xaistudy.analysis.exclusion.Eligibility;
import org.xaistudy.analysis.plan.Inference;
import org.xaistudy.analysis.plan.Margins;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.plan.Wording;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.analysis.results.Simulated;

class StatisticsJsonTest {
  @Test
  void statesTheMarginsThatTheTestsOfEquivalenceUsed() throws IOException {
    Margins margins = new Margins(0.05, 2, 0.5);
    List<String> methods = List.of("m0", "m1");
    Plan plan =
        new Plan(
            Wording.NONE,
            methods,
            new Inference(Measure.CORRECT, Correction.HOLM, 0.9, margins, 0.5),
            Eligibility.by(List.of()),
            new Resampling(100, 1),
            Optional.empty(),
            Optional.empty(),
            true);
    Responses study = Simulated.study(1, 4, 4);
    Results results = Results.of(study, plan, ProgressListener.SILENT);
    JsonNode json =
        new ObjectMapper().readTree(StatisticsJson.of(results, StatisticsTable.of(results)));
    assertThat(json.path("equivalence_margins"))
        .hasToString("{\"correct\":0.05,\"confidence\":2.0,\"clarity\":0.5}");
    Map<String, JsonNode> used = new LinkedHashMap<>();
    for (JsonNode row : json.path("statistics")) {
      if (row.path("quantity").asText().equals("equivalence_margin")) {
        used.put(row.path("table").asText(), row.path("value"));
      }
    }
    assertThat(used).hasToString("{test.correct=0.05, test.confidence=2.0, test.clarity=0.5}");
  }
}
