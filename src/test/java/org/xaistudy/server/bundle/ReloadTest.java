package org.xaistudy.server.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.REWRITTEN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.testing.TinyStudy;
import org.xaistudy.server.testing.Yaml;

/** A draft follows its files; what people take part in does not. */
@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class ReloadTest {
  private static final Path FOLDER = StudiesForTests.folder().resolve(REWRITTEN);
  @Inject Studies studies;

  private int perArm() {
    return studies.find(REWRITTEN).orElseThrow().study().design().participantsPerArm();
  }

  private static void become(String state) {
    Researcher.post("/researcher/" + REWRITTEN + "/state", Map.of("state", state)).statusCode(303);
  }

  @Test
  void aDraftIsReadAgainWhenItsFilesChange() throws IOException {
    become("draft");
    TinyStudy.write(FOLDER, Yaml.of(REWRITTEN, 21, 1, 2));
    studies.refresh();
    assertThat(perArm()).isEqualTo(21);
    assertThat(Researcher.arms(REWRITTEN)).allMatch(row -> row.contains(" 0 0 21 "));

    Path yaml = FOLDER.resolve("study.yaml");
    String good = Files.readString(yaml);
    Files.writeString(yaml, good + "\nnothing: known\n");
    studies.refresh();
    assertThat(perArm()).as("as it was").isEqualTo(21);
    assertThat(studies.problems()).anyMatch(problem -> problem.contains("nothing"));
    assertThat(Researcher.request().get("/researcher/" + REWRITTEN + "/validation").asString())
        .contains("nothing");

    Files.writeString(yaml, good);
    studies.refresh();
    assertThat(studies.problems()).noneMatch(problem -> problem.contains("nothing"));
    become("live");
    TinyStudy.write(FOLDER, Yaml.of(REWRITTEN, 22, 1, 2));
    studies.refresh();
    assertThat(perArm()).as("people may have seen it").isEqualTo(21);
  }
}
