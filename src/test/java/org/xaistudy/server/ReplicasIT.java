package org.xaistudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.testing.PackagedServer;
import org.xaistudy.server.testing.Postgres;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.TinyStudy;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.server.testing.Yaml;

/** Two replicas behind a proxy that knows nothing of sessions, on one PostgreSQL. */
@EnabledIf(
    value = "org.xaistudy.server.testing.Postgres#isWanted",
    disabledReason = "skipped: no PostgreSQL at 127.0.0.1:5432")
class ReplicasIT {
  private static final String STUDY = "replicated";
  @TempDir Path folder;

  @Test
  void twoReplicasFillEveryArmExactlyAlthoughOneDies() throws Exception {
    TinyStudy.write(
        folder.resolve("studies/" + STUDY),
        Yaml.of(STUDY, 4, 1, 3) + "\nrecruitment: [{prolific: {codes: {completed: CDONE}}}]\n");
    Map<String, String> database = new TreeMap<>(Postgres.emptySchema("xaistudy_replicas_test"));
    database.put("XAISTUDY_ENROLMENT_IDLE_PERCENT", "100"); // all of them are at one address
    try (PackagedServer one = new PackagedServer("postgresql", folder, database);
        PackagedServer other = new PackagedServer("postgresql", folder, database)) {
      one.start();
      other.start();
      List<Visitor> taken = new ArrayList<>();
      for (Visitor visitor : inParallel(40, person -> arrive(person, one, other))) {
        if (visitor.heading().equals("How it works")) {
          taken.add(visitor);
        } else {
          assertThat(visitor.heading()).isEqualTo("All places are taken");
        }
      }
      assertThat(taken.stream().map(Visitor::run)).hasSize(20).doesNotHaveDuplicates();
      one.kill();
      inParallel(
          20, person -> taken.get(person).ofServer(other.port()).throughPractice().throughTrials());
      assertThat(taken).allMatch(visitor -> visitor.codes().equals(List.of("CDONE")));
      assertThat(Researcher.arms(STUDY, other.port()))
          .hasSize(5)
          .allMatch(row -> row.matches("\\w+ 4 0 0 .*"));
    }
  }

  /** Everybody opens two tabs, which come to different replicas. */
  private static Visitor arrive(int person, PackagedServer one, PackagedServer other) {
    Visitor visitor = Visitor.ofServers(one.port(), other.port());
    visitor.arriveAt(STUDY, "PROLIFIC_PID=p" + person);
    if (!visitor.heading().equals("All places are taken")) {
      Visitor tab = Visitor.ofServers(other.port(), one.port());
      assertThat(tab.arriveAt(STUDY, "PROLIFIC_PID=p" + person).run()).isEqualTo(visitor.run());
    }
    return visitor;
  }

  private interface Visit {
    Visitor by(int person);
  }

  private static List<Visitor> inParallel(int people, Visit visit) throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(12);
    try {
      List<Callable<Visitor>> visits = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        int person = i;
        visits.add(() -> visit.by(person));
      }
      List<Visitor> visitors = new ArrayList<>();
      for (Future<Visitor> done : crowd.invokeAll(visits)) {
        visitors.add(done.get());
      }
      return visitors;
    } finally {
      crowd.shutdownNow();
    }
  }
}
