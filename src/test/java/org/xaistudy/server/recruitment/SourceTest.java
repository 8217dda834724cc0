package org.xaistudy.server.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xaistudy.analysis.responses.ResponsesFile;

class SourceTest {
  @ParameterizedTest
  @EnumSource
  void theAnalysisKnowsIt(Source source) throws IOException {
    String csv =
        "participant,method,truth,answer,confidence,clarity,source\n"
            + ("p,crp,yes,yes,1,1," + source.written() + "\n");
    var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    assertThat(ResponsesFile.read(bytes, "responses.csv").participants().get(0).source().id())
        .isEqualTo(source.written());
  }
}
