package org.xaistudy.server.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same server on PostgreSQL, in a schema of its own that is emptied at start. */
public final class Postgres implements QuarkusTestProfile {
  private static final String HOST = System.getProperty("postgres.host", "127.0.0.1");
  private static final int PORT = Integer.getInteger("postgres.port", 5432);
  private static final String USER = "postgres";
  private static final String SCHEMA = "xaistudy_server_test";

  /** Whether to run: always where {@code CI=true}, so that nothing is skipped unnoticed. */
  public static boolean isWanted() {
    if ("true".equals(System.getenv("CI"))) {
      return true;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(HOST, PORT), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Makes a schema and empties it.
   *
   * @return the environment of a packaged server that keeps its answers there
   */
  public static Map<String, String> emptySchema(String schema) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("public"), USER, USER);
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists " + schema + " cascade");
      statement.execute("create schema " + schema);
    }
    return Map.of(
        "XAISTUDY_POSTGRESQL_URL", url(schema),
        "XAISTUDY_POSTGRESQL_USERNAME", USER,
        "XAISTUDY_POSTGRESQL_PASSWORD", USER);
  }

  /**
   * How many rows were read because whole tables were read through, as the database has counted so
   * far: it may lag a few seconds behind.
   */
  public static long rowsReadThrough(String schema, String... tables) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(schema), USER, USER);
        PreparedStatement asked =
            connection.prepareStatement(
                "select coalesce(sum(seq_tup_read), 0) from pg_stat_user_tables"
                    + " where schemaname = ? and relname = any (?)")) {
      asked.setString(1, schema);
      asked.setArray(2, connection.createArrayOf("text", tables));
      try (ResultSet rows = asked.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** Runs one of PostgreSQL's own programs on the database to its end. */
  public static void run(String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(program, "--host=" + HOST, "--port=" + PORT));
    words.addAll(List.of("--username=" + USER, "--dbname=test"));
    words.addAll(List.of(arguments));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", words) + " failed:\n" + said);
    }
  }

  private static String url(String schema) {
    return "jdbc:postgresql://" + HOST + ":" + PORT + "/test?currentSchema=" + schema;
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.datasource.db-kind",
        "postgresql",
        "quarkus.datasource.jdbc.url",
        url(SCHEMA),
        "quarkus.datasource.username",
        USER,
        "quarkus.datasource.password",
        USER,
        "quarkus.flyway.schemas",
        SCHEMA,
        "quarkus.flyway.clean-at-start",
        "true");
  }
}
