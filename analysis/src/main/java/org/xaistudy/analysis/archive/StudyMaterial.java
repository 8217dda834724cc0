package org.xaistudy.analysis.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.arrivals.Arrivals;
import org.xaistudy.analysis.csv.InvalidCsvException;
import org.xaistudy.analysis.plan.PlanDates;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.Document;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.StimulusBundle;

/**
 * A study and what people did in it: {@code study.yaml}, {@code responses.csv}, perhaps {@code
 * participants.csv}, and perhaps {@code manifest.json}, whose checksum then tells whether this is
 * the {@code study.yaml} that ran.
 */
public sealed interface StudyMaterial extends AutoCloseable permits StudyFolder, StudyArchive {
  /** The study. */
  String STUDY = "study.yaml";

  /** Its stimuli. */
  String MANIFEST = StimulusBundle.MANIFEST;

  /** The answers. */
  String RESPONSES = "responses.csv";

  /** Since when which files were used. */
  String VERSIONS = "versions.csv";

  /** The people, whether they answered or not. */
  String PARTICIPANTS = "participants.csv";

  /**
   * Opens a study; its plan is read and checked at once, its answers are not.
   *
   * @param path a folder, the {@code study.yaml} in it, or an archive whose name ends in {@code
   *     .zip}
   * @throws InvalidFileException if study, manifest or archive are not as they should be
   */
  static StudyMaterial open(Path path) {
    boolean zip = path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    return zip && !Files.isDirectory(path) ? StudyArchive.open(path) : StudyFolder.open(path);
  }

  /** The study. */
  StudyFile study();

  /** All its answers. */
  Responses responses(ProgressListener progress);

  /** Everybody who arrived; empty where there is no such file. */
  Optional<Arrivals> arrivals();

  /** When the plan was written down; empty where nothing tells. */
  Optional<PlanDates> planDates();

  /** What was shown; empty where there is no manifest. */
  Optional<Manifest> manifest();

  /** An image of the manifest; empty where it is not there. */
  Optional<byte[]> picture(String name);

  @Override
  void close();

  /** The manifest; refuses a study that was changed after its stimuli were made. */
  static Manifest check(StudyFile study, Document document) {
    Manifest manifest = StimulusBundle.manifest(document);
    if (!manifest.studySha256().equals(study.sha256())) {
      throw new InvalidFileException(
          document.problem(
              "/studySha256",
              "is not the checksum of %s, so this is not the plan that the study ran with"
                  .formatted(study.path())));
    }
    return manifest;
  }

  /** Refuses the answers to another study. */
  static Responses check(Path file, Responses read, StudyFile study) {
    String id = study.study().id();
    if (!read.study().isEmpty() && !read.study().equals(id)) {
      throw new InvalidCsvException(
          file, "holds the answers to study '%s', expected '%s'".formatted(read.study(), id));
    }
    return read;
  }
}
