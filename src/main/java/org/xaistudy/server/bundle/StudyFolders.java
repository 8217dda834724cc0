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
   * Opens the studies.
   *
   * @throws PreventFurtherStepsException saying why the server cannot start
   */
  List<StimulusBundle> open() {
    return config.studies().map(StudyFolders::named).orElseGet(StudyFolders::found);
  }

  private static List<StimulusBundle> named(List<Path> folders) {
    try {
      return folders.stream().map(StudyFolders::open).toList();
    } catch (InvalidFileException e) {
      throw stop(e.getMessage());
    }
  }

  private static List<StimulusBundle> found() {
    List<StimulusBundle> whole = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path folder : folders()) {
      try {
        whole.add(open(folder));
      } catch (InvalidFileException e) {
        problems.add(e.getMessage());
      }
    }
    if (whole.isEmpty()) {
      throw stop(
          problems.isEmpty()
              ? ALL.toAbsolutePath()
                  + ": no folder with a study.yaml; start in the project's folder or name studies"
                  + " with XAISTUDY_STUDIES=FOLDER,FOLDER"
              : String.join("\n", problems));
    }
    problems.forEach(problem -> LOG.warnf("left out: %s", problem));
    return whole;
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
