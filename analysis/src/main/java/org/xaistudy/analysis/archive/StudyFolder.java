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
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.Document;

/** A folder, such as an archive that was unpacked. */
record StudyFolder(StudyFile study) implements StudyMaterial {
  static StudyFolder open(Path path) {
    StudyFile study = StudyFile.read(path);
    Path manifest = study.folder().resolve(MANIFEST);
    if (Files.exists(manifest)) {
      StudyMaterial.check(study, Document.json(manifest));
    }
    return new StudyFolder(study);
  }

  @Override
  public Responses responses(ProgressListener progress) {
    Path file = study.folder().resolve(RESPONSES);
    return StudyMaterial.check(file, ResponsesFile.read(file, progress), study);
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
  public void close() {
    // Files are closed as soon as they are read.
  }
}
