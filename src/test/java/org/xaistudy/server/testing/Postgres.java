package org.xaistudy.server.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;

/** The same server on PostgreSQL, in a schema of its own that is emptied at start. */
public final class Postgres implements QuarkusTestProfile {
  private static final String HOST = System.getProperty("postgres.host", "127.0.0.1");
  private static final int PORT = Integer.getInteger("postgres.port", 5432);
  private static final String SCHEMA = "xaistudy_server_test";

  /** Whether to run: always where {@code CI=true}, so that nothing is skipped unnoticed. */
  public static boolean isWanted() {
    if ("true".equals(System.getenv("CI"))) {
      return true;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(HOST, PORT), 1000);
      return true;
    } catch (java.io.IOException e) {
      return false;
    }
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry("quarkus.datasource.h2.active", "false"),
        Map.entry("quarkus.hibernate-orm.h2.active", "false"),
        Map.entry("quarkus.flyway.h2.active", "false"),
        Map.entry("quarkus.datasource.postgresql.active", "true"),
        Map.entry("quarkus.hibernate-orm.postgresql.active", "true"),
        Map.entry(
            "quarkus.datasource.postgresql.jdbc.url",
            "jdbc:postgresql://" + HOST + ":" + PORT + "/test?currentSchema=" + SCHEMA),
        Map.entry("quarkus.datasource.postgresql.username", "postgres"),
        Map.entry("quarkus.datasource.postgresql.password", "postgres"),
        Map.entry("quarkus.flyway.postgresql.schemas", SCHEMA),
        Map.entry("quarkus.flyway.postgresql.clean-at-start", "true"));
  }
}
