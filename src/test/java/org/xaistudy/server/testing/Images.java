package org.xaistudy.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Container images, built and run by Debian's buildah, which needs neither an engine nor a
 * registry. The base image is made of Debian's packages by mmdebstrap.
 */
public final class Images {
  private static final String BASE = "localhost/java-for-tests";
  private final Path store;

  /**
   * Images of their own.
   *
   * @param store where they are kept
   */
  public Images(Path store) {
    this.store = store;
  }

  /** Whether to run: always where {@code CI=true}, so that nothing is skipped unnoticed. */
  public static boolean areWanted() {
    return "true".equals(System.getenv("CI"))
        || Stream.of("buildah", "mmdebstrap")
            .allMatch(tool -> Files.isExecutable(Path.of("/usr/bin", tool)));
  }

  /** Makes the base image, Debian with Java 17, unless it is there. */
  public void makeBase() throws IOException, InterruptedException {
    if (run(buildah("images", "--quiet")).isBlank()) {
      Path tar = store.resolve("base.tar");
      Files.createDirectories(store);
      run(
          List.of(
              "sh",
              "-c",
              "cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources"
                  + " /etc/apt/sources.list.d/*.list 2>/dev/null"
                  + " | mmdebstrap --quiet --mode=root --variant=apt"
                  + " --include=openjdk-17-jre-headless \"$(. /etc/os-release;"
                  + " echo $VERSION_CODENAME)\" "
                  + tar
                  + " -"));
      String container = run(buildah("from", "scratch"));
      run(buildah("add", "--quiet", container, tar.toString(), "/"));
      run(buildah("commit", "--quiet", container, BASE));
      run(buildah("rm", container));
      Files.delete(tar);
    }
  }

  /**
   * Builds an image.
   *
   * @param root folder that the Dockerfile's paths begin at
   * @param dockerfile relative to it
   * @param name the image's name
   */
  public void build(Path root, String dockerfile, String name)
      throws IOException, InterruptedException {
    run(
        buildah(
            "bud",
            "--quiet",
            "--isolation=chroot",
            "--layers=false",
            "--build-arg=BASE=" + BASE,
            "--file=" + root.resolve(dockerfile),
            "--tag=" + name,
            root.toString()));
  }

  /** A container of an image, its files as they were built. */
  public String container(String image) throws IOException, InterruptedException {
    return run(buildah("from", "--pull-never", image));
  }

  /**
   * The words that run what the image says.
   *
   * @param volumes what is mounted, read-only, by where
   */
  public List<String> command(
      String container,
      Map<String, Path> volumes,
      Map<String, String> environment,
      String... arguments) {
    List<String> words = new ArrayList<>(buildah("run", "--isolation=chroot"));
    volumes.forEach((at, path) -> words.add("--volume=" + path + ":" + at + ":ro"));
    environment.forEach((name, value) -> words.add("--env=" + name + "=" + value));
    words.add(container);
    words.add("--");
    words.addAll(entrypoint(container));
    words.addAll(Arrays.asList(arguments));
    return words;
  }

  private List<String> entrypoint(String container) {
    String format = "{{range .OCIv1.Config.Entrypoint}}{{.}}\n{{end}}";
    try {
      return run(buildah("inspect", "--format=" + format, container)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs a command to its end.
   *
   * @return what it printed
   * @throws IOException if it failed
   */
  public String run(List<String> words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", words) + " failed:\n" + said);
    }
    return said.strip();
  }

  private List<String> buildah(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "buildah",
                "--root=" + store.resolve("root"),
                "--runroot=" + store.resolve("run"),
                "--storage-driver=vfs"));
    command.addAll(Arrays.asList(words));
    return command;
  }
}
