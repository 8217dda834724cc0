package org.xaistudy.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.testing.PackagedServer;
import org.xaistudy.server.testing.TinyStudy;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.server.testing.Yaml;

/**
 * Something is killed while bots take part, then something lesser goes wrong, and so on: a few
 * times by default, {@code -Pfaults} makes it 200 kills of replicas and their database, and 20 of
 * the server with its own. Which fault comes when follows from a seed. In the end the study is full
 * to the last place.
 */
@Tag("heavy")
abstract class Faults {
  static final String STUDY = "faulty";
  static final int KILLS = Integer.getInteger("faults", 4);
  static final int ANSWERS_BETWEEN = 100;
  private static final int TRIALS = 8;
  private static final int ARMS = 5;

  @TempDir Path folder;
  final Random random = new Random(7);

  /**
   * Writes a study that is so large that it is not full before the last fault.
   *
   * @return places in each arm
   */
  final int write(int faults) {
    int perArm = faults * ANSWERS_BETWEEN / TRIALS / ARMS + 5;
    TinyStudy.write(folder.resolve("studies/" + STUDY), Yaml.of(STUDY, perArm, 3, 6));
    return perArm;
  }

  final PackagedServer server(String build, Map<String, String> database) throws IOException {
    Map<String, String> settings = new HashMap<>(database);
    settings.put("XAISTUDY_LIMITS_ENROLMENTS_PER_MINUTE", "1000000");
    settings.put("XAISTUDY_ENROLMENT_IDLE_PERCENT", "100"); // all of them are at one address
    return new PackagedServer(build, folder, settings);
  }

  final void kill(PackagedServer server) throws IOException, InterruptedException {
    aMomentLater();
    server.kill();
    server.start();
  }

  /** So that it happens at any time. */
  final void aMomentLater() throws InterruptedException {
    Thread.sleep(random.nextInt(500));
  }

  /** Who comes while the database is away is told, and told what to do. */
  static void awaitTrouble(PackagedServer server) {
    Visitor person = Visitor.ofServers(server.port());
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> person.open("/s/" + STUDY).response().statusCode() == 503);
    assertThat(person.page().body().text()).contains("are safe", "reload this page");
  }
}
