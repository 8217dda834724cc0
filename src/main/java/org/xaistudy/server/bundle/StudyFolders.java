package org.xaistudy.server.bundle;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.manifest.StimulusBundle;

/** Finds the studies on the disk and opens those that are whole. */
@ApplicationScoped
class StudyFolders {
  private static final Logger LOG = Logger.getLogger(StudyFolders.class);
  private static final Path ALL = Path.of("studies");
  private final StudiesConfig config;

  StudyFolders(StudiesConfig config) {
    this.config = config;
  }

  /**
   * What was found.
   *
   * @param whole studies that can run
   * @param problems of those that cannot
   */
  record Found(List<StimulusBundle> whole, List<String> problems) {}

  /**
   * Opens the studies.
   *
   * @param hasAnswers whether there are answers, which must stay within reach whatever is broken
   * @throws PreventFurtherStepsException saying why the server cannot start
   */
  Found open(boolean hasAnswers) {
    List<StimulusBundle> whole = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path folder : config.studies().orElseGet(StudyFolders::folders)) {
      try {
        whole.add(open(folder));
      } catch (InvalidFileException e) {
        problems.add(e.getMessage());
      }
    }
    boolean enough = config.studies().isPresent() ? problems.isEmpty() : !whole.isEmpty();
    if (!enough && !hasAnswers) {
      throw stop(
          problems.isEmpty()
              ? ALL.toAbsolutePath()
                  + ": no folder with a study.yaml; start in the project's folder or name studies"
                  + " with XAISTUDY_STUDIES=FOLDER,FOLDER"
              : String.join("\n", problems));
    }
    problems.forEach(problem -> LOG.errorf("left out: %s", problem));
    return new Found(List.copyOf(whole), List.copyOf(problems));
  }

  private static StimulusBundle open(Path folder) {
    StimulusBundle bundle = StimulusBundle.open(StudyFile.read(folder));
    Sufficiency.check(bundle);
    return bundle;
  }

  private static List<Path> folders() {
    if (!Files.isDirectory(ALL)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(ALL)) {
      return entries.filter(entry -> Files.exists(entry.resolve("study.yaml"))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One line for each problem and exit code 1; a stack trace would only hide them. */
  private static PreventFurtherStepsException stop(String why) {
    System.err.println(why);
    Quarkus.asyncExit(1);
    return new PreventFurtherStepsException(why, 1);
  }
}
