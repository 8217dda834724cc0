package org.xaistudy.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.GUARDED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.access.Passes;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.studies.StudyFile;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.StimulusBundle;
import picocli.CommandLine;

/** The archive as others see it, and what commands make of it. */
@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class ImportTest {
  @Inject Studies studies;
  @Inject Passes passes;
  @TempDir Path folder;

  @TestHTTPResource("/")
  URI server;

  private int run(String... words) {
    return new CommandLine(new Main.Words()).execute(words);
  }

  private Path archive() {
    Visitor.enrolledIn(GUARDED).throughPractice().throughTrials();
    Researcher.unblind(GUARDED);
    Path archive = folder.resolve("archive.zip");
    String token = passes.token("R", Role.ANALYST, "test", Duration.ofHours(1));
    assertThat(
            run(
                "researcher",
                "--url",
                server.toString(),
                "--token",
                token,
                "download",
                GUARDED,
                "archive.zip",
                "--out",
                archive.toString()))
        .isZero();
    return archive;
  }

  @Test
  void anArchiveIsTheSameStudyElsewhere() {
    Path to = folder.resolve("studies");
    assertThat(run("import", archive().toString(), "--to", to.toString())).isZero();
    StimulusBundle here = studies.find(GUARDED).orElseThrow().bundle();
    StimulusBundle there = StimulusBundle.open(StudyFile.read(to.resolve(GUARDED)));
    assertThat(there.study().sha256()).isEqualTo(here.study().sha256());
    assertThat(there.document().sha256()).isEqualTo(here.document().sha256());
    assertThat(run("import", folder.resolve("archive.zip").toString(), "--to", to.toString()))
        .as("never over another one")
        .isEqualTo(1);
    assertThat(to).isDirectoryContaining("glob:**" + GUARDED);
    assertThat(to.toFile().list()).hasSize(1);
  }

  @Test
  void anAlteredArchiveIsRefusedWhole() throws Exception {
    Path archive = archive();
    try (FileSystem zip = FileSystems.newFileSystem(archive)) {
      Path study = zip.getPath("study.yaml");
      Files.writeString(study, Files.readString(study).replace("seed: 2023", "seed: 2024"));
      Files.writeString(study, Files.readString(study) + "# altered\n");
    }
    Path to = folder.resolve("studies");
    assertThat(run("import", archive.toString(), "--to", to.toString())).isEqualTo(1);
    assertThat(to.toFile().list()).isEmpty();
  }

  @Test
  void theDataPackageSaysOfEveryCellWhatItIs() throws Exception {
    archive();
    Map<String, String> files = Researcher.archive(GUARDED);
    JsonNode described = new ObjectMapper().readTree(files.get("datapackage.json"));
    assertThat(described.get("profile").asText()).isEqualTo("data-package");
    TreeSet<String> listed = new TreeSet<>();
    for (JsonNode resource : described.get("resources")) {
      String path = resource.get("path").asText();
      listed.add(path);
      assertThat(resource.get("name").asText()).matches("[a-z0-9._-]+");
      if (path.endsWith(".csv")) {
        checkTable(resource, files.get(path));
      }
      if (!path.endsWith(".png")) {
        assertThat(resource.get("hash").asText())
            .isEqualTo("sha256:" + Sha256.of(files.get(path).getBytes(StandardCharsets.UTF_8)));
      }
    }
    TreeSet<String> there = new TreeSet<>(files.keySet());
    there.removeAll(List.of("datapackage.json", "ro-crate-metadata.json", "SHA256SUMS"));
    assertThat(listed).isEqualTo(there);
  }

  private static void checkTable(JsonNode resource, String csv) throws Exception {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var rows = format.parse(new StringReader(csv))) {
      assertThat(resource.at("/schema/fields").findValuesAsText("name"))
          .as(resource.get("path").asText())
          .isEqualTo(rows.getHeaderNames());
      for (CSVRecord row : rows) {
        for (JsonNode field : resource.at("/schema/fields")) {
          boolean explains = resource.get("path").asText().equals("codebook.csv");
          assertThat(field.has("description") || explains).as(field.toString()).isTrue();
          checkCell(field.get("type").asText(), row.get(field.get("name").asText()));
        }
      }
    }
  }

  private static void checkCell(String type, String cell) {
    if (cell.isEmpty()) {
      return; // is missing
    }
    switch (type) {
      case "integer" -> assertThat(cell).matches("-?\\d+");
      case "boolean" -> assertThat(cell).isIn("yes", "no");
      case "datetime" -> assertThat(Instant.parse(cell)).isNotNull();
      default -> assertThat(type).isEqualTo("string");
    }
  }

  @Test
  void theCrateListsEveryFile() throws Exception {
    archive();
    Map<String, String> files = Researcher.archive(GUARDED);
    JsonNode graph = new ObjectMapper().readTree(files.get("ro-crate-metadata.json")).get("@graph");
    assertThat(graph.findValuesAsText("@id"))
        .contains("ro-crate-metadata.json", "./", "datapackage.json")
        .containsAll(files.keySet().stream().filter(name -> name.startsWith("stimuli/")).toList());
    assertThat(graph.get(0).at("/conformsTo/@id").asText())
        .isEqualTo("https://w3id.org/ro/crate/1.1");
    assertThat(graph.get(1).get("datePublished").asText()).isNotEmpty();
  }
}
