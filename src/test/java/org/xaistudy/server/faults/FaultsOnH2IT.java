package org.xaistudy.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.PackagedServer;

/** One server with its own database, which is killed with it, on a disk that fills up. */
class FaultsOnH2IT extends Faults {
  private static final String DATABASE = "data/xai-study";
  private static final int FULL_DISK_EVERY = 5;

  @Test
  void everyAnswerIsThereOnce() throws Exception {
    int kills = Math.max(2, KILLS / 10);
    int perArm = write(2 * kills);
    try (PackagedServer server = server("quarkus-app", Map.of())) {
      server.start();
      List<Bots.Acknowledged> acknowledged;
      List<String> unexpected;
      try (Bots bots = new Bots(STUDY, List.of(server.port()))) {
        for (int i = 0; i < kills; i++) {
          bots.answer(ANSWERS_BETWEEN);
          kill(server);
          bots.awaitAnswers();
          if (i % FULL_DISK_EVERY == FULL_DISK_EVERY - 1 && PackagedServer.canRunOutOfDisk()) {
            bots.answer(ANSWERS_BETWEEN);
            fillTheDisk(server);
            bots.awaitAnswers();
          }
        }
        acknowledged = bots.finish();
        unexpected = bots.unexpected();
      }
      server.kill();
      String url = "jdbc:h2:file:" + folder.resolve(DATABASE);
      try (Connection connection =
          DriverManager.getConnection(
              url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "sa", "sa")) {
        new Stored(connection, STUDY).check(acknowledged, perArm);
      }
      assertThat(unexpected).isEmpty();
    }
  }

  /** There is no room, until somebody makes some and starts the server again. */
  private void fillTheDisk(PackagedServer server) throws IOException {
    server.limitFiles(Files.size(folder.resolve(DATABASE + ".mv.db")));
    awaitTrouble(server);
    server.kill();
    server.start();
  }
}
