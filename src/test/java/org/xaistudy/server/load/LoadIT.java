package org.xaistudy.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.environment.Tokens;
import org.xaistudy.server.testing.PackagedServer;
import org.xaistudy.server.testing.Postgres;
import org.xaistudy.server.testing.RawConnection;
import org.xaistudy.server.testing.TinyStudy;
import org.xaistudy.server.testing.Yaml;

/**
 * The packaged server on PostgreSQL and {@code pgbench} by turns, so that whatever else the machine
 * does concerns both. It prints the figures; only their ratio is held, and loosely: a test is no
 * place to measure.
 */
@Tag("heavy")
@EnabledIf(
    value = "isPossible",
    disabledReason = "skipped: no PostgreSQL at 127.0.0.1:5432, or no pgbench")
class LoadIT {
  private static final String STUDY = "loaded";
  private static final String SCHEMA = "xaistudy_load_test";
  private static final int CONNECTIONS = 64;
  private static final int PEOPLE = 4000;
  private static final int WARMING_UP = 3000;
  private static final int SECONDS = 8;

  /** As {@code docs/hosting.md} has it. */
  private static final List<String> HOSTED =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms32m",
          "-XX:MinHeapFreeRatio=20",
          "-XX:MaxHeapFreeRatio=40",
          "-XX:MaxRAMPercentage=75");

  private final Tokens tokens = new Tokens();
  @TempDir Path folder;

  static boolean isPossible() {
    return Postgres.isWanted() && Pgbench.isThere();
  }

  @Test
  void answersBesideTheDatabaseAlone() throws Exception {
    TinyStudy.write(folder.resolve("studies/" + STUDY), Yaml.of(STUDY, PEOPLE / 5 + 40, 7, 14));
    Map<String, String> settings = new java.util.HashMap<>(Postgres.emptySchema(SCHEMA));
    settings.put("XAISTUDY_LIMITS_ENROLMENTS_PER_MINUTE", "1000000");
    settings.put("XAISTUDY_LIMITS_OPEN_REQUESTS", "1000");
    settings.put("XAISTUDY_ENROLMENT_IDLE_PERCENT", "100"); // all of them are at one address
    settings.put("MALLOC_ARENA_MAX", "2");
    Pgbench database = Pgbench.prepared(folder);
    String archive = folder.resolve("classes.jsa").toString();
    try (PackagedServer once =
        new PackagedServer(
            "postgresql", folder, settings, List.of("-XX:ArchiveClassesAtExit=" + archive))) {
      once.start();
      once.stop();
    }
    List<String> options = new ArrayList<>(HOSTED);
    options.add("-XX:SharedArchiveFile=" + archive);
    try (PackagedServer server = new PackagedServer("postgresql", folder, settings, options)) {
      long before = System.nanoTime();
      server.start();
      double ready = (System.nanoTime() - before) / 1e9;
      Queue<Person> people = new ConcurrentLinkedQueue<>();
      Times enrolments = enrol(server, people);
      answer(server, people, WARMING_UP); // while the JVM compiles, it measures its compiler
      double first = database.measure(CONNECTIONS, SECONDS);
      Times answers = answer(server, people, people.size());
      double second = database.measure(CONNECTIONS, SECONDS);
      double alone = (first + second) / 2;
      String figures =
          """
          ready after %.1f s, %d MiB resident at the end
          enrolments  %s
          answers     %s, at %d connections
          pgbench     %.0f/s (%.0f before, %.0f after), transactions of the same shape
          ratio       %.2f
          """
              .formatted(
                  ready,
                  resident(server),
                  enrolments,
                  answers,
                  CONNECTIONS,
                  alone,
                  first,
                  second,
                  answers.perSecond() / alone);
      System.out.println(figures);
      Files.writeString(Path.of("target", "load.txt"), figures);
      assertThat(answers.perSecond()).isPositive(); // how fast is for people to judge
      assertThat(Postgres.rowsReadThrough(SCHEMA, "run", "trial", "answer", "place"))
          .as("nothing is looked for by reading a whole table")
          .isLessThan(10L * PEOPLE);
    }
  }

  private Times enrol(PackagedServer server, Queue<Person> people) throws Exception {
    Queue<Integer> left = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < PEOPLE; i++) {
      left.add(i);
    }
    return inParallel(
        16,
        server,
        (connection, times) -> {
          while (left.poll() != null) {
            long start = System.nanoTime();
            Person person = Person.enrolled(connection, STUDY, tokens);
            times.add(System.nanoTime() - start);
            people.add(person.instructed(connection));
          }
        });
  }

  /** So many people answer all their trials; a connection serves one after another. */
  private static Times answer(PackagedServer server, Queue<Person> people, int count)
      throws Exception {
    Queue<Person> chosen = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < count; i++) {
      chosen.add(people.remove());
    }
    return inParallel(
        CONNECTIONS,
        server,
        (connection, times) -> {
          for (Person person = chosen.poll(); person != null; person = chosen.poll()) {
            boolean more = true;
            while (more) {
              long start = System.nanoTime();
              more = person.answer(connection);
              times.add(System.nanoTime() - start);
            }
          }
        });
  }

  private interface Work {
    void on(RawConnection connection, List<Long> times) throws Exception;
  }

  private static Times inParallel(int connections, PackagedServer server, Work work)
      throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(connections);
    try {
      List<Callable<List<Long>>> jobs = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        jobs.add(
            () -> {
              List<Long> times = new ArrayList<>();
              try (RawConnection connection = new RawConnection(server.port())) {
                work.on(connection, times);
              }
              return times;
            });
      }
      long start = System.nanoTime();
      List<Long> all = new ArrayList<>();
      for (Future<List<Long>> job : crowd.invokeAll(jobs)) {
        all.addAll(job.get());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Times(all.stream().mapToLong(Long::longValue).toArray(), seconds);
    } finally {
      crowd.shutdownNow();
    }
  }

  /** As Linux counts it; 0 elsewhere. */
  private static long resident(PackagedServer server) throws Exception {
    Path status = Path.of("/proc", String.valueOf(server.pid()), "status");
    return !Files.exists(status)
        ? 0
        : Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElse(0);
  }
}
