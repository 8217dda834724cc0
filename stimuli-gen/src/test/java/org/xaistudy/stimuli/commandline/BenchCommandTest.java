package org.xaistudy.stimuli.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {
  @Test
  void measuresAllMethods() throws Exception {
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
      assertThat(json.at(path).asDouble()).as(path).isPositive();
    }
    assertThat(json.at("/crp/setupForwards").isNumber()).isTrue();
  }
}
