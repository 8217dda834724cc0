package org.xaistudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.testing.PackagedServer;
import org.xaistudy.server.testing.Postgres;
import org.xaistudy.server.testing.TinyStudy;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.server.testing.Yaml;

/** A copy that is made while people answer is a whole study, as docs/hosting.md says. */
@Tag("heavy")
class BackupIT {
  private static final String STUDY = "copied";
  @TempDir Path folder;

  @Test
  void theEmbeddedDatabaseIsCopiedWhilePeopleAnswerAndRestored() throws Exception {
    Path copies = folder.resolve("copies");
    Path restored = folder.resolve("restored");
    String run;
    writeStudy(folder);
    try (PackagedServer server =
        new PackagedServer(
            "quarkus-app",
            folder,
            Map.of("XAISTUDY_BACKUP_FOLDER", copies.toString(), "XAISTUDY_BACKUP_EVERY", "2s"))) {
      server.start();
      run = threeAnswers(server.port()).run();
      try (Crowd crowd = new Crowd(server.port())) {
        crowd.begin();
        Path before = newest(copies).orElse(copies);
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> newest(copies).filter(copy -> !copy.equals(before)).isPresent());
        Path second = newest(copies).orElseThrow();
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> newest(copies).filter(copy -> !copy.equals(second)).isPresent());
      }
    }
    unzip(newest(copies).orElseThrow(), restored.resolve("data"));
    writeStudy(restored);
    try (PackagedServer server = new PackagedServer("quarkus-app", restored, Map.of())) {
      server.start();
      goesOn(server.port(), run);
    }
  }

  @Test
  @EnabledIf(
      value = "org.xaistudy.server.testing.Postgres#isWanted",
      disabledReason = "skipped: no PostgreSQL at 127.0.0.1:5432")
  void postgresIsDumpedWhilePeopleAnswerAndRestored() throws Exception {
    String schema = "xaistudy_backup_test";
    Map<String, String> database = Postgres.emptySchema(schema);
    Path dump = folder.resolve("xaistudy.dump");
    String run;
    writeStudy(folder);
    try (PackagedServer server = new PackagedServer("postgresql", folder, database)) {
      server.start();
      run = threeAnswers(server.port()).run();
      try (Crowd crowd = new Crowd(server.port())) {
        crowd.begin();
        Postgres.run("pg_dump", "--format=custom", "--schema=" + schema, "--file=" + dump);
      }
    }
    Postgres.emptySchema(schema);
    Postgres.run("pg_restore", "--clean", "--if-exists", "--exit-on-error", dump.toString());
    try (PackagedServer server = new PackagedServer("postgresql", folder, database)) {
      server.start();
      goesOn(server.port(), run);
    }
  }

  private static void writeStudy(Path at) {
    TinyStudy.write(at.resolve("studies/" + STUDY), Yaml.of(STUDY, 50, 2, 4));
  }

  private static Visitor threeAnswers(int port) {
    Visitor visitor = Visitor.ofServers(port).enrolIn(STUDY).throughPractice();
    return visitor.answer(true, 4, 4).answer(true, 4, 4).answer(false, 4, 4);
  }

  private static void goesOn(int port, String run) {
    Visitor visitor = Visitor.ofServers(port).open(run);
    assertThat(visitor.heading()).isEqualTo("Picture 4 of 4");
    assertThat(visitor.throughTrials().codes()).hasSize(1);
    assertThat(Visitor.ofServers(port).enrolIn(STUDY).heading()).isEqualTo("How it works");
  }

  private static Optional<Path> newest(Path copies) throws IOException {
    if (!Files.isDirectory(copies)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(copies)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("xai-study-"))
          .max(Comparator.naturalOrder());
    }
  }

  private static void unzip(Path zip, Path into) throws IOException {
    Files.createDirectories(into);
    try (ZipInputStream in =
        new ZipInputStream(Files.newInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.copy(in, into.resolve(entry.getName()));
      }
    }
  }

  /** Somebody who takes part again and again until told to stop. */
  private static final class Crowd implements AutoCloseable {
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Thread thread;

    Crowd(int port) {
      thread =
          new Thread(
              () -> {
                for (int person = 0; person < 100 && !enough.get(); person++) {
                  Visitor.ofServers(port).enrolIn(STUDY).throughPractice().throughTrials();
                }
              });
    }

    void begin() {
      thread.start();
    }

    @Override
    public void close() {
      enough.set(true);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
