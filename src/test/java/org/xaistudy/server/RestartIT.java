package org.xaistudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.testing.PackagedServer;
import org.xaistudy.server.testing.TinyStudy;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.server.testing.Yaml;

/** What a server must survive. */
class RestartIT {
  @TempDir Path folder;
  private PackagedServer server;

  @BeforeEach
  void prepare() throws Exception {
    server = new PackagedServer("quarkus-app", folder, Map.of());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void aKilledServerGoesOnWithEveryAnswer() throws Exception {
    TinyStudy.write(folder.resolve("studies/killed"), Yaml.of("killed", 5, 2, 4));
    server.start();
    Visitor visitor =
        Visitor.ofServers(server.port()).enrolIn("killed").throughPractice().answer(true, 4, 4);
    assertThat(visitor.heading()).isEqualTo("Picture 2 of 4");
    server.kill();
    server.start();
    assertThat(visitor.open(visitor.run()).heading()).isEqualTo("Picture 2 of 4");
    assertThat(visitor.throughTrials().codes()).hasSize(1);
  }

  /** Each connection takes longer to open than the pool waits for one by default. */
  @Test
  void aDatabaseThatOpensSlowlyIsWaitedFor() throws Exception {
    TinyStudy.write(folder.resolve("studies/slow"), Yaml.of("slow", 5, 2, 4));
    String nap = "CREATE ALIAS IF NOT EXISTS NAP FOR \"java.lang.Thread.sleep(long)\"";
    server =
        new PackagedServer(
            "quarkus-app",
            folder,
            Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:h2:file:./data/xai-study;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                    + ";DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;INIT="
                    + nap
                    + "\\;CALL NAP(6000)"));
    server.start();
    Visitor visitor = Visitor.ofServers(server.port()).open("/s/slow");
    assertThat(visitor.response().statusCode()).isEqualTo(200);
  }

  @Test
  void aBrokenStudyIsSaidInOneLine() throws Exception {
    TinyStudy.write(folder.resolve("studies/broken"), Yaml.of("broken", 5, 2, 4));
    Path manifest = folder.resolve("studies/broken/stimuli/manifest.json");
    Files.writeString(manifest, Files.readString(manifest).substring(0, 200));
    Path out = folder.resolve("out.txt");
    Process process = server.startInVain(out.toFile());
    assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(Files.readString(out))
        .containsPattern("manifest.json:\\d+:\\d+: not valid JSON")
        .doesNotContain("\tat ", "REDACTED");
  }
}
