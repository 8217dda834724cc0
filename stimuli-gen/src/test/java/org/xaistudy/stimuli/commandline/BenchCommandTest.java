package org.xaistudy.stimuli.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchCommandTest {
  @ParameterizedTest
  @ValueSource(strings = {"wall", "processor"})
  void measuresAllMethods(String clock) throws Exception {
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new BenchCommand())
            .setOut(new PrintWriter(out))
            .execute(
                "--architecture=compact",
                "--size=32",
                "--conditions=4",
                "--layer=features.10",
                "--repetitions=1",
                "--clock=" + clock,
                "--json");
    assertThat(code).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    for (String path :
        List.of(
            "/forwardSeconds",
            "/crp/perConditionForwards",
            "/lrp/forwards",
            "/concepts/referencesToForwardAndLrp",
            "/concepts/atlasForwards",
            "/concepts/graphPairForwards",
            "/ig/forwardsPerStep",
            "/shap/forwardsPerEvaluation")) {
      // Processor time comes in steps of 10 ms, of which a small network takes none.
      boolean positive = json.at(path).asDouble() > 0 || clock.equals("processor");
      assertThat(json.at(path).isNumber() && positive).as(path).isTrue();
    }
    assertThat(json.at("/crp/setupForwards").isNumber()).isTrue();
  }
}
