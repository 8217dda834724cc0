package org.xaistudy.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.Yaml;
import org.xaistudy.studies.FurtherQuestion;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.StudyFile;

/** The order of columns of further questions, and what stays hidden in them. */
class FurtherColumnsTest {
  private static final String NOW = Yaml.further("asked");

  private static Study read(String yaml) {
    return StudyFile.read(Path.of("study.yaml"), yaml.getBytes(UTF_8)).study();
  }

  @Test
  void questionsOfTheLatestVersionComeFirst() {
    Study before = read(NOW.replace("id: \"seen\"", "id: \"noticed\""));
    assertThat(FurtherColumns.of(List.of(read(NOW), before)))
        .extracting(FurtherQuestion::id)
        .containsExactly("helped", "seen", "part", "why", "noticed");
  }

  /** What was once said in words of one's own stays hidden, whatever is asked by that name now. */
  @Test
  void wordsStayHidden() {
    String chosen = "choice:\n        classes:\n        - \"finch\"\n        - \"tern\"";
    assertThat(NOW).contains(chosen);
    Study before = read(NOW.replace(chosen, "text: {longest: 100}"));
    assertThat(FurtherColumns.of(List.of(read(NOW), before)))
        .filteredOn(FurtherColumns::isWords)
        .extracting(FurtherQuestion::id)
        .containsExactly("seen", "why");
  }
}
