package org.xaistudy.server.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.export.Archive;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.TinyStudy;
import org.xaistudy.server.testing.Yaml;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.manifest.StimulusBundle;

/** What becomes of a study whose files are edited, on either database. */
abstract class EditionRules {
  @TempDir Path folder;
  @Inject VersionRegister register;
  @Inject KeptVersions kept;
  @Inject Archive archive;
  @Inject MovableClock clock;

  /** Starts a server on the study as its file says now. */
  private OpenStudy start(String yaml) {
    TinyStudy.write(folder, yaml);
    return register.enter(StimulusBundle.open(StudyFile.read(folder)));
  }

  /** What the first real participant does. */
  private void freeze(OpenStudy study) {
    Instant now = clock.now();
    QuarkusTransaction.requiringNew()
        .run(() -> StudyVersion.<StudyVersion>findById(study.version()).freeze(now));
  }

  private static String changed(String yaml, String right, String wrong) {
    assertThat(yaml).contains(right);
    return yaml.replace(right, wrong);
  }

  @Test
  void theFirstPlanStaysTheFirstPlan() throws IOException {
    String yaml = Yaml.of("replanned", 2, 1, 2);
    OpenStudy first = start(yaml);
    freeze(first);
    clock.pass(Duration.ofDays(3));
    OpenStudy later = start(changed(yaml, "reference: \"crp\"", "reference: \"lrp\""));
    assertThat(later.version()).isEqualTo(first.version());
    assertThat(later.edition()).isEqualTo(2);
    KeptVersion counting = kept.counting("replanned").orElseThrow();
    assertThat(counting.first().study().study().analysis().reference()).isEqualTo("crp");
    assertThat(counting.laterPlan().orElseThrow().plan().reference()).isEqualTo("lrp");
    Map<String, String> files = archive("replanned");
    assertThat(files.get("study.yaml")).isEqualTo(yaml);
    assertThat(files.get("versions/1/editions/2/study.yaml")).contains("reference: \"lrp\"");
    assertThat(files.get("README.md"))
        .contains("its first participant came at " + counting.frozenAt().orElseThrow())
        .contains("edition 2, used since " + counting.laterPlan().get().since());
    assertThat(files.get("versions.csv").lines().skip(1))
        .satisfiesExactly(
            row -> assertThat(row).startsWith("1,1,").endsWith(",yes,no"),
            row -> assertThat(row).startsWith("1,2,").endsWith(",no,no"));
  }

  @Test
  void aCorrectedTextIsNoNewVersion() {
    String yaml = Yaml.of("corrected", 2, 1, 2);
    OpenStudy first = start(yaml);
    freeze(first);
    OpenStudy corrected = start(yaml + "\ndebrief: It was about borders.\n");
    assertThat(corrected.version()).isEqualTo(first.version());
    assertThat(corrected.edition()).isEqualTo(2);
    assertThat(corrected.drawSecret()).isEqualTo(first.drawSecret());
    assertThat(start(yaml + "\ndebrief: It was about borders.\n").edition()).isEqualTo(2);
    assertThat(kept.counting("corrected").orElseThrow().laterPlan()).isEmpty();
  }

  @Test
  void anotherDesignIsANewVersionWithASecretOfItsOwn() {
    OpenStudy first = start(Yaml.of("redesigned", 2, 1, 2));
    freeze(first);
    OpenStudy second = start(Yaml.of("redesigned", 3, 1, 2));
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.drawSecret()).isNotEqualTo(first.drawSecret());
    assertThat(kept.of("redesigned")).hasSize(2);
    assertThat(kept.counting("redesigned").orElseThrow().number()).isEqualTo(1);
  }

  @Test
  void anotherQuestionIsANewVersion() {
    String yaml = Yaml.of("reworded", 2, 1, 2);
    freeze(start(yaml));
    assertThat(start(yaml + "# said in other words, but not to people\n").number()).isEqualTo(1);
    assertThat(start(changed(yaml, "How confident", "How very confident")).number()).isEqualTo(2);
  }

  @Test
  void whatNobodyHasSeenIsReplaced() {
    OpenStudy first = start(Yaml.of("drafted", 2, 1, 2));
    OpenStudy second = start(Yaml.of("drafted", 3, 1, 2));
    assertThat(second.number()).isEqualTo(1);
    assertThat(kept.of("drafted"))
        .singleElement()
        .extracting(KeptVersion::row)
        .isEqualTo(second.version());
    QuarkusTransaction.requiringNew()
        .run(() -> assertThat(KeptFile.isKept(first.bundle().study().sha256())).isFalse());
  }

  @Test
  void aBrokenFileTakesNothingAway() throws IOException {
    String yaml = Yaml.of("broken", 2, 1, 2);
    freeze(start(yaml));
    Files.writeString(folder.resolve("study.yaml"), "format: [");
    assertThat(kept.studies()).contains("broken");
    assertThat(archive("broken").get("study.yaml")).isEqualTo(yaml);
  }

  private Map<String, String> archive(String study) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    archive.write(study, bytes);
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
