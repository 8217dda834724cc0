package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a Java process of its own printed, which ended well.
 *
 * @param out on its standard output
 * @param error on its standard error, also by native libraries
 */
public record ChildProcess(String out, String error) {

  /** Runs a class's main method on the class path of the tests; the engine gets one thread. */
  public static ChildProcess of(Class<?> main, String... options)
      throws IOException, InterruptedException {
    return of(main, Map.of("OMP_NUM_THREADS", "1"), options); // small networks gain nothing by more
  }

  /** The same with some variables of its environment. */
  static ChildProcess of(Class<?> main, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    Path error = Files.createTempFile("standard-error", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(error.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("OMP_")); // the machine's own
      builder.environment().putAll(environment);
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      String said = Files.readString(error);
      assertThat(status).as(said).isZero();
      return new ChildProcess(out, said);
    } finally {
      Files.delete(error);
    }
  }
}
