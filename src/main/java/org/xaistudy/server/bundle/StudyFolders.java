package org.xaistudy.server.bundle;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.manifest.StimulusBundle;

/** Finds the studies on the disk and opens those that are whole. */
@ApplicationScoped
class StudyFolders {
  private static final Logger LOG = Logger.getLogger(StudyFolders.class);
  private static final Path ALL = Path.of("studies");
  private static final String STUDY = "study.yaml";
  private final StudiesConfig config;

  StudyFolders(StudiesConfig config) {
    this.config = config;
  }

  /**
   * What was found in a folder.
   *
   * @param folder the folder
   * @param stamp its files as they were just before
   * @param bundle null if it cannot run
   * @param problems why it cannot run; none if it can
   */
  record Found(Path folder, Stamp stamp, @Nullable StimulusBundle bundle, List<Problem> problems) {}

  /**
   * By what one sees, without reading them, that files were written again.
   *
   * @param study when study.yaml was written, and its length
   * @param manifest the same of the manifest
   */
  record Stamp(Written study, Written manifest) {
    /** A file; of one that is not there both are 0. */
    record Written(FileTime time, long length) {
      static Written of(Path file) {
        try {
          BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
          return new Written(now.lastModifiedTime(), now.size());
        } catch (IOException e) {
          return new Written(FileTime.fromMillis(0), 0);
        }
      }
    }

    static Stamp of(Path folder) {
      Path manifest = folder.resolve(StimulusBundle.FOLDER).resolve(StimulusBundle.MANIFEST);
      return new Stamp(Written.of(folder.resolve(STUDY)), Written.of(manifest));
    }
  }

  /**
   * Opens the studies.
   *
   * @param hasAnswers whether there are answers, which must stay within reach whatever is broken
   * @throws PreventFurtherStepsException saying why the server cannot start
   */
  List<Found> open(boolean hasAnswers) {
    List<Found> all = new ArrayList<>();
    for (Path folder : all()) {
      Stamp stamp = Stamp.of(folder);
      try {
        all.add(new Found(folder, stamp, read(folder), List.of()));
      } catch (InvalidFileException e) {
        all.add(new Found(folder, stamp, null, e.problems()));
      }
    }
    List<String> problems =
        all.stream().flatMap(found -> found.problems().stream()).map(Problem::toString).toList();
    boolean whole = all.stream().anyMatch(found -> found.bundle() != null);
    boolean enough = config.studies().isPresent() ? problems.isEmpty() : whole;
    if (!enough && !hasAnswers) {
      throw stop(
          problems.isEmpty()
              ? ALL.toAbsolutePath()
                  + ": no folder with a study.yaml; start in the project's folder or name studies"
                  + " with XAISTUDY_STUDIES=FOLDER,FOLDER"
              : String.join("\n", problems));
    }
    problems.forEach(problem -> LOG.errorf("left out: %s", problem));
    return List.copyOf(all);
  }

  /**
   * Opens a study that can run.
   *
   * @throws InvalidFileException saying why it cannot
   */
  static StimulusBundle read(Path folder) {
    StimulusBundle bundle = StimulusBundle.open(StudyFile.read(folder));
    Sufficiency.check(bundle);
    return bundle;
  }

  /** The folders of all studies, whole or not. */
  List<Path> all() {
    return config.studies().orElseGet(StudyFolders::folders);
  }

  private static List<Path> folders() {
    if (!Files.isDirectory(ALL)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(ALL)) {
      return entries.filter(entry -> Files.exists(entry.resolve(STUDY))).sorted().toList();
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
