package org.xaistudy.server.testing;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A PostgreSQL of one test, on a port of its own, which may crash. It keeps its promises to the
 * disk as one that is installed does.
 */
public final class PrivatePostgres implements AutoCloseable {
  /** Who may do everything there, without a password. */
  public static final String USER = "postgres";

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private final Path folder;
  private final int port;
  private Process postmaster;

  private PrivatePostgres(Path folder) throws IOException {
    this.folder = folder;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
  }

  /** Whether to run: always where {@code CI=true}, so that nothing is skipped unnoticed. */
  public static boolean isWanted() {
    return "true".equals(System.getenv("CI")) || programs().isPresent();
  }

  /** Makes an empty one and starts it. */
  public static PrivatePostgres started() throws IOException, InterruptedException {
    PrivatePostgres made = new PrivatePostgres(Files.createTempDirectory("xaistudy-postgres"));
    if (isRoot()) {
      Files.setOwner(
          made.folder,
          made.folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
    }
    Process init =
        made.program(
            "initdb", "--auth=trust", "--username=" + USER, "--encoding=UTF8", "-D", "data");
    String said = new String(init.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (init.waitFor() != 0) {
      throw new IOException("initdb said: " + said);
    }
    made.start();
    return made;
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Connects to it, as who may do everything. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(port), USER, "");
  }

  /** Its JDBC address by way of a port. */
  public static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Starts it after a crash, and waits until it has recovered. */
  public void start() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(this::answers);
  }

  /**
   * It gives up where processes of its crashed predecessor are still there, and is started again.
   */
  private boolean answers() throws IOException {
    if (postmaster == null || !postmaster.isAlive()) {
      postmaster =
          program(
              "postgres",
              "-D",
              "data",
              "-p",
              String.valueOf(port),
              "-c",
              "listen_addresses=127.0.0.1",
              "-c",
              "unix_socket_directories=");
    }
    try {
      connect().close();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** Crashes it as when the power fails: nothing is told, nothing is finished. */
  public void kill() {
    postmaster.destroyForcibly().onExit().join();
  }

  /**
   * Crashes it as {@code pg_ctl stop -m immediate} does: everybody is told, nothing is finished.
   */
  public void crash() throws IOException {
    new ProcessBuilder("kill", "-QUIT", String.valueOf(postmaster.pid())).start().onExit().join();
    postmaster.onExit().join();
  }

  @Override
  public void close() throws IOException {
    if (postmaster != null && postmaster.isAlive()) {
      crash();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  private Process program(String name, String... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    if (isRoot()) { // as whom it refuses to run
      words.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--init-groups"));
    }
    words.add(programs().map(programs -> programs.resolve(name).toString()).orElse(name));
    words.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(words).directory(folder.toFile());
    process.redirectErrorStream(true);
    if (name.equals("postgres")) {
      process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
    return process.start();
  }

  /** The folder of the newest one that is installed as Debian does, or in the path. */
  private static Optional<Path> programs() {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> versions = Files.exists(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
      versions.sorted(Comparator.reverseOrder()).map(v -> v.resolve("bin")).forEach(folders::add);
    } catch (IOException e) {
      return Optional.empty();
    }
    Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(Path::of)
        .forEach(folders::add);
    return folders.stream()
        .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
        .findFirst();
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
