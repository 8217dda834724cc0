package org.xaistudy.analysis.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.csv.InvalidCsvException;
import org.xaistudy.analysis.plan.PlanDates;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.studies.document.InvalidFileException;
import org.xaistudy.studies.document.Sha256;

class StudyMaterialTest {
  @TempDir Path folder;
  private Path zip;
  private MadeUpArchive archive;

  @BeforeEach
  void makeUp() throws IOException {
    zip = folder.resolve("archive.zip");
    archive = new MadeUpArchive(folder);
  }

  @Test
  void anArchiveAndItsFolderSayTheSame() throws IOException {
    try (StudyMaterial packed = StudyMaterial.open(archive.zip(zip));
        StudyMaterial unpacked = StudyMaterial.open(archive.folder(folder.resolve("unpacked")))) {
      assertThat(packed.study().study()).isEqualTo(unpacked.study().study());
      Responses responses = packed.responses(ProgressListener.SILENT);
      assertThat(responses).isEqualTo(unpacked.responses(ProgressListener.SILENT));
      assertThat(responses.participants()).hasSize(30);
      assertThat(packed.arrivals()).isEqualTo(unpacked.arrivals());
      assertThat(packed.arrivals().orElseThrow().people()).hasSize(31);
    }
  }

  @Test
  void peopleMayBeAbsent() throws IOException {
    archive.files.remove("participants.csv");
    try (StudyMaterial material = StudyMaterial.open(archive.zip(zip))) {
      assertThat(material.arrivals()).isEmpty();
      assertThat(material.responses(ProgressListener.SILENT).size()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"study.yaml", "manifest.json", "responses.csv"})
  void whatIsNeededMayNot(String file) throws IOException {
    archive.files.remove(file);
    archive.zip(zip);
    assertOneLine(() -> StudyMaterial.open(zip), zip + ": lacks " + file + " at its top level");
  }

  @Test
  void aStudyWithAMistakeIsNamedInsideItsArchive() throws IOException {
    archive.replace("study.yaml", "seed: 2023", "seed: x").zip(zip);
    assertOneLine(
        () -> StudyMaterial.open(zip),
        zip + "!study.yaml:11:7: seed: expected a whole number, found 'x'");
  }

  @Test
  void aStudyThatWasChangedAfterwardsIsRefused() throws IOException {
    archive.replace("study.yaml", "correction: holm", "correction: bonferroni").zip(zip);
    String message = "studySha256: is not the checksum of ";
    assertThatThrownBy(() -> StudyMaterial.open(zip))
        .hasMessageContaining(zip + "!manifest.json:4:")
        .hasMessageContaining(message + zip + "!study.yaml, so this is not the plan")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> StudyMaterial.open(archive.folder(folder.resolve("unpacked"))))
        .hasMessageContaining(message);
  }

  @Test
  void aTruncatedArchiveIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(archive.zip(zip));
    for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
      Files.write(zip, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> StudyMaterial.open(zip))
          .hasMessageStartingWith(zip + ": is not a whole zip file (")
          .hasMessageEndingWith("); fetch it again")
          .hasMessageNotContaining("\n");
    }
  }

  /** Either it is noticed, or it fell on the names and times of files that nobody asked for. */
  @Test
  void aBitThatTurnedNeverChangesAnAnswer() throws IOException {
    byte[] bytes = Files.readAllBytes(archive.zip(zip));
    List<Object> whole = everything().orElseThrow();
    int noticed = 0;
    for (int at = 200; at < bytes.length - 800; at += 97) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 4;
      Files.write(zip, damaged);
      Optional<List<Object>> read = everything();
      read.ifPresent(content -> assertThat(content).isEqualTo(whole));
      noticed += read.isPresent() ? 0 : 1;
    }
    assertThat(noticed).isGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../study.yaml", "a/../../b", "/etc/passwd", "..\\b", "C:\\b"})
  void aPathThatClimbsIsRefused(String path) throws IOException {
    archive.files.put(path, new byte[] {1});
    archive.zip(zip);
    assertOneLine(
        () -> StudyMaterial.open(zip),
        zip + ": holds the path '" + path + "', which leads out of the archive");
  }

  @Test
  void theAnswersToAnotherStudyAreRefused() throws IOException {
    archive.replace("responses.csv", "border-artefact,", "another,").zip(zip);
    try (StudyMaterial material = StudyMaterial.open(zip)) {
      assertOneLine(
          () -> material.responses(ProgressListener.SILENT),
          zip + "!responses.csv: holds the answers to study 'another', expected 'border-artefact'");
    }
  }

  @Test
  void aBadCellIsNamedInsideItsArchive() throws IOException {
    archive.replace("participants.csv", "screenedOut", "away").zip(zip);
    try (StudyMaterial material = StudyMaterial.open(zip)) {
      assertOneLine(
          material::arrivals,
          zip
              + "!participants.csv:32: outcome is 'away', expected one of completed, unfinished,"
              + " late, failedAttention, screenedOut, incompatibleDevice");
    }
  }

  @Test
  void anAbsentArchiveIsNamed() {
    assertOneLine(() -> StudyMaterial.open(zip), zip + ": no such file");
  }

  private Optional<List<Object>> everything() {
    try (StudyMaterial material = StudyMaterial.open(zip)) {
      return Optional.of(
          List.of(
              material.study().study(),
              material.responses(ProgressListener.SILENT),
              material.arrivals().orElseThrow()));
    } catch (InvalidFileException | InvalidCsvException | UncheckedIOException e) {
      assertThat(e).hasMessageStartingWith(zip.toString());
      return Optional.empty();
    }
  }

  private static void assertOneLine(ThrowingCallable action, String message) {
    assertThatThrownBy(action).hasMessage(message);
  }

  @Test
  void thePlanIsAsOldAsTheFirstFileThatStatedIt() throws IOException {
    String sha256 = Sha256.of(archive.files.get("study.yaml"));
    versions(
        "1,1,2026-01-01T10:00:00Z,2026-01-05T10:00:00Z,other,yes",
        "1,2,2026-01-06T10:00:00Z,2026-01-05T10:00:00Z," + sha256 + ",yes",
        "1,3,2026-01-07T10:00:00Z,2026-01-05T10:00:00Z,third,no");
    try (StudyMaterial material = StudyMaterial.open(archive.zip(zip))) {
      PlanDates dates = material.planDates().orElseThrow();
      assertThat(dates.since()).isEqualTo("2026-01-01T10:00:00Z");
      assertThat(dates.firstParticipant()).contains(Instant.parse("2026-01-05T10:00:00Z"));
      assertThat(dates.changed()).contains(Instant.parse("2026-01-07T10:00:00Z"));
      assertThat(dates.late()).isFalse();
    }
  }

  /** The same file was tried out first: its plan is that of what came after. */
  @Test
  void whatCameAfterAPilotIsNone() throws IOException {
    String sha256 = Sha256.of(archive.files.get("study.yaml"));
    pilots(
        "1,1,2026-01-01T10:00:00Z,2026-01-05T10:00:00Z," + sha256 + ",yes,yes",
        "2,1,2026-01-08T10:00:00Z,2026-01-09T10:00:00Z," + sha256 + ",yes,no");
    try (StudyMaterial material = StudyMaterial.open(archive.zip(zip))) {
      PlanDates dates = material.planDates().orElseThrow();
      assertThat(dates.since()).isEqualTo("2026-01-08T10:00:00Z");
      assertThat(dates.pilot()).isFalse();
    }
    pilots("1,1,2026-01-01T10:00:00Z,2026-01-05T10:00:00Z," + sha256 + ",yes,yes");
    try (StudyMaterial material = StudyMaterial.open(archive.zip(zip))) {
      assertThat(material.planDates().orElseThrow().pilot()).isTrue();
    }
  }

  @Test
  void anotherPlanIsAsOldAsItsOwnFile() throws IOException {
    String sha256 = Sha256.of(archive.files.get("study.yaml"));
    versions(
        "1,1,2026-01-01T10:00:00Z,2026-01-05T10:00:00Z,other,yes",
        "1,2,2026-01-06T10:00:00Z,2026-01-05T10:00:00Z," + sha256 + ",no");
    try (StudyMaterial material = StudyMaterial.open(archive.folder(folder.resolve("later")))) {
      assertThat(material.planDates().orElseThrow().late()).isTrue();
    }
  }

  @Test
  void aTimeThatIsNoneIsNamed() throws IOException {
    versions("1,1,yesterday,,other,yes");
    try (StudyMaterial material = StudyMaterial.open(archive.zip(zip))) {
      assertThatThrownBy(material::planDates)
          .isInstanceOf(InvalidCsvException.class)
          .hasMessageContaining("versions.csv")
          .hasMessageContaining("'yesterday' for since");
    }
  }

  private void versions(String... rows) {
    write("version,edition,since,first_participant_at,study_sha256,first_plan\n", rows);
  }

  private void pilots(String... rows) {
    write("version,edition,since,first_participant_at,study_sha256,first_plan,pilot\n", rows);
  }

  private void write(String header, String... rows) {
    String text = header + String.join("\n", rows) + "\n";
    archive.files.put("versions.csv", text.getBytes(StandardCharsets.UTF_8));
  }
}
