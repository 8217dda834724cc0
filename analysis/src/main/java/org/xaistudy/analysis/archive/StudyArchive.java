package org.xaistudy.analysis.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.arrivals.Arrivals;
import org.xaistudy.analysis.arrivals.ParticipantsFile;
import org.xaistudy.analysis.csv.CsvFile;
import org.xaistudy.analysis.plan.PlanDates;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.Document;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Problem;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.StimulusBundle;

/**
 * A zip file with the study's files at its top level. It is read in place and never unpacked;
 * messages call a file in it {@code archive.zip!study.yaml}.
 */
final class StudyArchive implements StudyMaterial {
  private static final List<String> NEEDED = List.of(STUDY, MANIFEST, RESPONSES);

  private final Path path;
  private final ZipFile zip;
  private final StudyFile study;
  private final Manifest manifest;

  private StudyArchive(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
    checkNames();
    study = StudyFile.read(name(STUDY), bytes(STUDY));
    manifest = StudyMaterial.check(study, Document.json(name(MANIFEST), bytes(MANIFEST)));
  }

  static StudyArchive open(Path path) {
    if (!Files.exists(path)) {
      throw new InvalidFileException(Problem.ofFile(path, "no such file"));
    }
    ZipFile zip = zip(path);
    try {
      return new StudyArchive(path, zip);
    } catch (RuntimeException e) {
      close(zip, path);
      throw e;
    }
  }

  private static ZipFile zip(Path path) {
    try {
      return new ZipFile(path.toFile());
    } catch (ZipException | IllegalArgumentException e) {
      throw new InvalidFileException(
          Problem.ofFile(
              path, "is not a whole zip file (%s); fetch it again".formatted(e.getMessage())));
    } catch (IOException e) {
      throw CsvFile.unreadable(path, e);
    }
  }

  @Override
  public StudyFile study() {
    return study;
  }

  @Override
  public Responses responses(ProgressListener progress) {
    try (InputStream bytes = stream(RESPONSES)) {
      long size = zip.getEntry(RESPONSES).getSize();
      Responses read =
          ResponsesFile.read(
              bytes, name(RESPONSES), size, study.study().design().subjects(), progress);
      return StudyMaterial.check(name(RESPONSES), read, study);
    } catch (IOException e) {
      throw CsvFile.unreadable(name(RESPONSES), e);
    }
  }

  @Override
  public Optional<Arrivals> arrivals() {
    if (zip.getEntry(PARTICIPANTS) == null) {
      return Optional.empty();
    }
    try (InputStream bytes = stream(PARTICIPANTS)) {
      return Optional.of(ParticipantsFile.read(bytes, name(PARTICIPANTS), study.study()));
    } catch (IOException e) {
      throw CsvFile.unreadable(name(PARTICIPANTS), e);
    }
  }

  @Override
  public Optional<PlanDates> planDates() {
    if (zip.getEntry(VERSIONS) == null) {
      return Optional.empty();
    }
    try (InputStream bytes = stream(VERSIONS)) {
      return VersionsFile.read(bytes, name(VERSIONS), study.sha256());
    } catch (IOException e) {
      throw CsvFile.unreadable(name(VERSIONS), e);
    }
  }

  @Override
  public Optional<Manifest> manifest() {
    return Optional.of(manifest);
  }

  @Override
  public Optional<byte[]> picture(String file) {
    String entry = StimulusBundle.FOLDER + "/" + file;
    return zip.getEntry(entry) == null ? Optional.empty() : Optional.of(bytes(entry));
  }

  @Override
  public void close() {
    close(zip, path);
  }

  private static void close(ZipFile zip, Path path) {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be closed: " + e.getMessage(), e);
    }
  }

  /** Two files of one name, or a name that climbs, are somebody's trick: nothing of it is read. */
  private void checkNames() {
    Set<String> names = new HashSet<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (List.of(name.split("[/\\\\]", -1)).contains("..") || name.matches("(?:[/\\\\]|\\w:).*")) {
        throw problem("holds the path '" + name + "', which leads out of the archive");
      }
      if (!names.add(name)) {
        throw problem("holds '" + name + "' twice");
      }
    }
    List<String> missing = NEEDED.stream().filter(name -> !names.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw problem("lacks " + String.join(", ", missing) + " at its top level");
    }
  }

  private InvalidFileException problem(String message) {
    return new InvalidFileException(Problem.ofFile(path, message));
  }

  private Path name(String file) {
    return Path.of(path + "!" + file);
  }

  private InputStream stream(String file) throws IOException {
    ZipEntry entry = zip.getEntry(file);
    if (entry.getSize() > ResponsesFile.MAX_BYTES) {
      throw new ZipException("it has %,d MiB".formatted(entry.getSize() >> 20));
    }
    return new WholeEntry(zip.getInputStream(entry), entry);
  }

  private byte[] bytes(String file) {
    try (InputStream bytes = stream(file)) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw CsvFile.unreadable(name(file), e);
    }
  }
}
