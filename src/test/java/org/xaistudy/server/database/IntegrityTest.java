package org.xaistudy.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntegrityTest {
  private static final int THREADS = 8;
  private static final int QUESTIONS = 2000;
  private JdbcConnectionPool database;
  private Integrity integrity;

  @BeforeEach
  void open() throws SQLException {
    database = JdbcConnectionPool.create("jdbc:h2:mem:integrity", "sa", "sa");
    integrity = new Integrity(database, "h2");
    integrity.begin(null);
  }

  @AfterEach
  void close() {
    database.dispose();
  }

  @Test
  void isKeptHoweverManyAskAtTheSameTime() throws Exception {
    ExecutorService requests = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Boolean>> asking = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        asking.add(this::isEverLost);
      }
      for (Future<Boolean> lost : requests.invokeAll(asking)) {
        assertThat(lost.get()).isFalse();
      }
    } finally {
      requests.shutdownNow();
    }
    assertThat(integrity.isKnownLost()).isFalse();
  }

  @Test
  void isLostWhenTheDatabaseClosesItself() throws SQLException {
    assertThat(integrity.isLost()).isFalse();
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute("shutdown immediately");
    } catch (SQLException e) {
      // The connection is closed with it.
    }
    assertThat(integrity.isLost()).isTrue();
    assertThat(integrity.isKnownLost()).isTrue();
  }

  private boolean isEverLost() {
    boolean lost = false;
    for (int question = 0; question < QUESTIONS; question++) {
      lost |= integrity.isLost();
    }
    return lost;
  }
}
