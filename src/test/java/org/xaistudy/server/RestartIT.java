package org.xaistudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.testing.TinyStudy;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.server.testing.Yaml;

/** The packaged server as an operator starts it, and as a power failure ends it. */
class RestartIT {
  @TempDir Path folder;
  private int port;
  private int formerPort;
  private Process server;

  @BeforeEach
  void findAPort() throws IOException {
    formerPort = RestAssured.port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    RestAssured.port = port;
  }

  @AfterEach
  void stop() throws InterruptedException {
    kill();
    RestAssured.port = formerPort;
  }

  @Test
  void aKilledServerGoesOnWithEveryAnswer() throws Exception {
    TinyStudy.write(folder.resolve("studies/killed"), Yaml.of("killed", 5, 2, 4));
    start();
    Visitor visitor = Visitor.enrolledIn("killed").throughPractice().answer(true, 4, 4);
    assertThat(visitor.heading()).isEqualTo("Picture 2 of 4");
    kill();
    start();
    assertThat(visitor.open(visitor.run()).heading()).isEqualTo("Picture 2 of 4");
    assertThat(visitor.throughTrials().codes()).hasSize(1);
  }

  @Test
  void aBrokenStudyIsSaidInOneLine() throws Exception {
    TinyStudy.write(folder.resolve("studies/broken"), Yaml.of("broken", 5, 2, 4));
    Path manifest = folder.resolve("studies/broken/stimuli/manifest.json");
    Files.writeString(manifest, Files.readString(manifest).substring(0, 200));
    Path out = folder.resolve("out.txt");
    server = command().redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isEqualTo(1);
    assertThat(Files.readString(out))
        .containsPattern("manifest.json:\\d+:\\d+: not valid JSON")
        .doesNotContain("\tat ");
  }

  private void start() throws IOException {
    server =
        command().redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
  }

  private void kill() throws InterruptedException {
    if (server != null) {
      server.destroyForcibly().waitFor();
    }
  }

  private ProcessBuilder command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = new File("target/quarkus-app/quarkus-run.jar").getAbsolutePath();
    ProcessBuilder command = new ProcessBuilder(java, "-jar", jar);
    command.directory(folder.toFile());
    command.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    command.environment().put("XAISTUDY_RESEARCHER_PASSWORD", "a password for tests");
    return command;
  }
}
