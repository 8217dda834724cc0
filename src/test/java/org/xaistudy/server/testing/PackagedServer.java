package org.xaistudy.server.testing;

import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** The packaged server as an operator starts it, and as a power failure ends it. */
public final class PackagedServer implements AutoCloseable {
  /** Half the time to be ready; what is compiled no further is slow later, when tests are over. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

  private final ProcessBuilder command;
  private final int port;
  private Process process;

  /**
   * A server that is not started yet.
   *
   * @param build its folder below {@code target}
   * @param folder where it is started
   * @param settings its environment
   */
  public PackagedServer(String build, Path folder, Map<String, String> settings)
      throws IOException {
    this(build, folder, settings, List.of(QUICK_START));
  }

  /**
   * The same with options of the virtual machine.
   *
   * @param options such as {@code -XX:+UseSerialGC}
   */
  public PackagedServer(
      String build, Path folder, Map<String, String> settings, List<String> options)
      throws IOException {
    this(
        folder,
        settings,
        all -> {
          List<String> words = new ArrayList<>();
          words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
          words.addAll(options);
          words.add("-jar");
          words.add(new File("target/" + build + "/quarkus-run.jar").getAbsolutePath());
          return words;
        });
  }

  /**
   * A server that is not started yet and is started by some other command.
   *
   * @param folder where it is started
   * @param settings its environment
   * @param command the command's words, given the whole environment
   */
  public PackagedServer(
      Path folder,
      Map<String, String> settings,
      Function<Map<String, String>, List<String>> command)
      throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Map<String, String> all = new TreeMap<>(settings);
    all.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    all.put("XAISTUDY_ENROLMENT_SAME_ARM", "false"); // everybody comes from one address
    all.put("XAISTUDY_RESEARCHER_PASSWORD", "a password for tests");
    this.command = new ProcessBuilder(command.apply(all)).directory(folder.toFile());
    this.command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    this.command.environment().putAll(all);
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** The process. */
  public long pid() {
    return process.pid();
  }

  /**
   * Starts it and waits until it serves.
   *
   * @return where it listens
   */
  public int start() throws IOException {
    process = command.start();
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .ignoreExceptions()
        .until(() -> RestAssured.given().port(port).get("/q/health/ready").statusCode() == 200);
    return port;
  }

  /** Starts one that is expected to give up, and writes what it says to a file. */
  public Process startInVain(File out) throws IOException {
    process = command.redirectOutput(out).start();
    return process;
  }

  /** Whether {@link #limitFiles} is possible on this machine. */
  public static boolean canRunOutOfDisk() {
    return Files.isExecutable(PRLIMIT);
  }

  /** From now on none of its files grows beyond so many bytes, as on a disk that is full. */
  public void limitFiles(long bytes) throws IOException {
    new ProcessBuilder(PRLIMIT.toString(), "--pid=" + pid(), "--fsize=" + bytes + ":")
        .start()
        .onExit()
        .join();
  }

  /** Asks it to end, as an operator does. */
  public void stop() {
    process.destroy();
    process.onExit().join();
  }

  /** Ends it without warning. */
  public void kill() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
