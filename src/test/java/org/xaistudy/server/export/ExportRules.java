package org.xaistudy.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.EXPORTED;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.studies.document.Sha256;

/** What the researcher's files say, on either database. */
abstract class ExportRules {
  @Inject MovableClock clock;

  /** One test, because the order matters: five fill the study, one of them is late. */
  @Test
  void everybodyIsInTheirPlace() {
    Visitor late = prolific("late");
    Visitor slow = prolific("slow");
    prolific("done").throughPractice().throughTrials();
    Visitor.sentTo(EXPORTED, "lang=en").throughPractice().throughTrials();
    Visitor fifth = Visitor.sentTo(EXPORTED, "lang=de");
    clock.pass(Duration.ofMinutes(21));
    slow.open(slow.run());
    fifth.open(fifth.run());
    prolific("next");
    assertThat(late.open(late.run()).heading()).isEqualTo("Your place was given to someone else");

    List<Map<String, String>> people = Researcher.rows(EXPORTED, "participants.csv");
    assertThat(people.get(0).keySet())
        .containsExactly(
            "study",
            "version",
            "participant",
            "method",
            "source",
            "language",
            "consent_version",
            "consented_at",
            "completed_at",
            "outcome",
            "comprehension_tries",
            "attention_failed",
            "colours",
            "viewport_width",
            "viewport_height",
            "edition");
    assertThat(people)
        .extracting(row -> row.get("source") + " " + row.get("language") + " " + row.get("outcome"))
        .containsExactly(
            "prolific en late",
            "prolific en unfinished",
            "prolific en completed",
            "link en completed",
            "link de unfinished",
            "prolific en unfinished");
    assertThat(people)
        .allMatch(
            row -> row.get("completed_at").isEmpty() != row.get("outcome").equals("completed"))
        .allMatch(row -> row.get("study").equals(EXPORTED) && row.get("version").equals("1"))
        .allMatch(row -> row.get("consent_version").equals("1"));

    List<Map<String, String>> payments = Researcher.rows(EXPORTED, "payments.csv");
    assertThat(payments)
        .extracting(
            row -> row.get("source") + " " + row.get("reference") + " " + row.get("outcome"))
        .containsExactlyInAnyOrder(
            "prolific session-late late",
            "prolific session-slow unfinished",
            "prolific session-done completed",
            "prolific session-next unfinished",
            "link  completed",
            "link  unfinished");
    assertThat(payments)
        .allMatch(
            row -> row.get("completion_code").isEmpty() != row.get("outcome").equals("completed"))
        .filteredOn(row -> row.get("source").equals("prolific"))
        .filteredOn(row -> row.get("outcome").equals("completed"))
        .allMatch(row -> row.get("completion_code").equals("C"));
    assertThat(Researcher.rows(EXPORTED, "assignment.csv"))
        .extracting(row -> row.get("place") + " " + row.get("decision"))
        .containsExactly(
            "1 reserved",
            "2 reserved",
            "3 reserved",
            "3 completed",
            "4 reserved",
            "4 completed",
            "5 reserved",
            "1 expired",
            "1 reserved");
    theArchiveHoldsWhatMayBePublished(payments);
  }

  private void theArchiveHoldsWhatMayBePublished(List<Map<String, String>> payments) {
    Researcher.unblind(EXPORTED);
    Map<String, byte[]> entries = unzip(download("archive.zip"));
    Map<String, String> files = new LinkedHashMap<>();
    entries.forEach((name, bytes) -> files.put(name, new String(bytes, StandardCharsets.UTF_8)));
    assertThat(files.keySet().stream().filter(name -> !name.startsWith("stimuli/")))
        .containsExactly(
            "README.md",
            "codebook.csv",
            "study.yaml",
            "manifest.json",
            "responses.csv",
            "participants.csv",
            "behaviour.csv",
            "assignment.csv",
            "decisions.csv",
            "versions.csv",
            "draws.csv",
            "datapackage.json",
            "ro-crate-metadata.json",
            "SHA256SUMS");
    assertThat(files.get("draws.csv").strip()).as("nobody may foresee").isEqualTo("version,secret");
    theCodebookNamesEveryColumn(files);
    theChecksumsAre(entries);
    theImagesAreThoseThatWereShown(entries);
    for (String table :
        List.of("responses.csv", "participants.csv", "behaviour.csv", "assignment.csv")) {
      assertThat(files.get(table))
          .isEqualTo(new String(download(table), StandardCharsets.UTF_8))
          .hasLineCount(lines(table));
    }
    Path folder = StudiesForTests.folder().resolve(EXPORTED);
    assertThat(folder.resolve("study.yaml")).hasContent(files.get("study.yaml"));
    assertThat(folder.resolve("stimuli/manifest.json")).hasContent(files.get("manifest.json"));
    List<String> secrets =
        payments.stream()
            .flatMap(row -> Stream.of(row.get("reference"), row.get("completion_code")))
            .filter(secret -> !secret.isEmpty() && !secret.equals("C")) // everybody has that one
            .toList();
    assertThat(secrets).hasSize(5);
    assertThat(files.values())
        .noneMatch(text -> secrets.stream().anyMatch(text::contains))
        .noneMatch(text -> text.contains("p-done"));
  }

  private static void theCodebookNamesEveryColumn(Map<String, String> files) {
    List<String> described =
        files
            .get("codebook.csv")
            .lines()
            .skip(1)
            .map(line -> String.join(",", List.of(line.split(",")).subList(0, 2)))
            .filter(line -> !line.contains(",q.") && !line.endsWith(","))
            .toList();
    List<String> columns =
        Stream.of(
                "responses",
                "participants",
                "behaviour",
                "assignment",
                "decisions",
                "versions",
                "draws")
            .map(table -> table + ".csv")
            .flatMap(
                table ->
                    Stream.of(files.get(table).lines().findFirst().orElseThrow().split(","))
                        .map(column -> table + "," + column))
            .filter(column -> !column.contains(",q."))
            .toList();
    assertThat(described).isEqualTo(columns);
  }

  private static void theChecksumsAre(Map<String, byte[]> entries) {
    String sums = new String(entries.get("SHA256SUMS"), StandardCharsets.UTF_8);
    assertThat(sums).hasLineCount(entries.size() - 1);
    sums.lines()
        .map(line -> line.split("  ", 2))
        .forEach(line -> assertThat(Sha256.of(entries.get(line[1]))).isEqualTo(line[0]));
  }

  private static void theImagesAreThoseThatWereShown(Map<String, byte[]> entries) {
    Path stimuli = StudiesForTests.folder().resolve(EXPORTED).resolve("stimuli");
    List<String> images =
        entries.keySet().stream().filter(name -> name.startsWith("stimuli/")).toList();
    assertThat(images).isNotEmpty();
    images.forEach(
        image ->
            assertThat(stimuli.resolve(image.substring("stimuli/".length())))
                .hasBinaryContent(entries.get(image)));
  }

  /** With the header: two people answered two trials each. */
  private static int lines(String table) {
    return switch (table) {
      case "participants.csv" -> 7;
      case "assignment.csv" -> 10;
      default -> 5;
    };
  }

  @Test
  void nobodyElseGetsThem() {
    for (String file :
        List.of("participants.csv", "payments.csv", "assignment.csv", "archive.zip")) {
      String path = "/researcher/" + EXPORTED + "/" + file;
      assertThat(io.restassured.RestAssured.get(path).statusCode()).isEqualTo(401);
      assertThat(Researcher.request().get(path).header("Cache-Control")).isEqualTo("no-store");
      assertThat(Researcher.request().get("/researcher/nothing/" + file).statusCode())
          .isEqualTo(404);
    }
  }

  private static Visitor prolific(String name) {
    return Visitor.sentTo(EXPORTED, "PROLIFIC_PID=p-" + name + "&SESSION_ID=session-" + name);
  }

  private static byte[] download(String file) {
    return Researcher.request().get("/researcher/" + EXPORTED + "/" + file).asByteArray();
  }

  private static Map<String, byte[]> unzip(byte[] archive) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return files;
  }
}
