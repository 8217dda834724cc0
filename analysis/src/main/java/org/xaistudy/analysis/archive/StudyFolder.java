package org.xaistudy.analysis.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.arrivals.Arrivals;
import org.xaistudy.analysis.arrivals.ParticipantsFile;
import org.xaistudy.analysis.csv.CsvFile;
import org.xaistudy.analysis.plan.PlanDates;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.Document;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.StimulusBundle;

/** A folder, such as an archive that was unpacked. */
record StudyFolder(StudyFile study, Optional<Manifest> manifest, Path pictures)
    implements StudyMaterial {
  static StudyFolder open(Path path) {
    StudyFile study = StudyFile.read(path);
    Path pictures = study.folder().resolve(StimulusBundle.FOLDER);
    // In an unpacked archive it lies beside the study, where stimuli were made with the images.
    Path beside = study.folder().resolve(MANIFEST);
    Path within = pictures.resolve(MANIFEST);
    if (Files.exists(beside)) {
      Manifest manifest = StudyMaterial.check(study, Document.json(beside));
      return new StudyFolder(study, Optional.of(manifest), pictures);
    }
    return new StudyFolder(
        study,
        Files.exists(within)
            ? Optional.of(StimulusBundle.manifest(Document.json(within)))
            : Optional.empty(),
        pictures);
  }

  @Override
  public Responses responses(ProgressListener progress) {
    Path file = study.folder().resolve(RESPONSES);
    return StudyMaterial.check(
        file, ResponsesFile.read(file, study.study().design().subjects(), progress), study);
  }

  @Override
  public Optional<Arrivals> arrivals() {
    Path file = study.folder().resolve(PARTICIPANTS);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return Optional.of(ParticipantsFile.read(bytes, file, study.study()));
    } catch (IOException e) {
      throw CsvFile.unreadable(file, e);
    }
  }

  @Override
  public Optional<PlanDates> planDates() {
    Path file = study.folder().resolve(VERSIONS);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return VersionsFile.read(bytes, file, study.sha256());
    } catch (IOException e) {
      throw CsvFile.unreadable(file, e);
    }
  }

  @Override
  public Optional<byte[]> picture(String name) {
    Path file = pictures.resolve(name);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw CsvFile.unreadable(file, e);
    }
  }

  @Override
  public void close() {
    // Files are closed as soon as they are read.
  }
}
