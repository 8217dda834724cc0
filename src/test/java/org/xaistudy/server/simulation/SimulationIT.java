package org.xaistudy.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.server.testing.PackagedServer;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.TinyStudy;
import org.xaistudy.server.testing.Yaml;
import org.xaistudy.studies.StudyFile;

/**
 * The whole way, as it is delivered: the packaged program simulates the people of the default
 * study, 25 an arm, on the packaged server; its plan is carried out on what the server hands out,
 * and finds what was planted.
 */
@Tag("heavy")
class SimulationIT {
  private static final String STUDY = "planted";
  private static final Map<String, Double> D_PRIME =
      Map.of("crp", 2.3, "lrp", 0.55, "ig", 0.15, "shap", 0.75, "gradcam", 1.1);

  @TempDir Path folder;

  @Test
  void theAnalysisFindsWhatWasPlanted() throws Exception {
    Path study =
        TinyStudy.write(folder.resolve("studies/" + STUDY), Yaml.thorough(STUDY, 25, 7, 14, 2, 1));
    Map<String, String> settings = Map.of("XAISTUDY_LIMITS_ENROLMENTS_PER_MINUTE", "100000");
    try (PackagedServer server = new PackagedServer("quarkus-app", folder, settings)) {
      server.start();
      RestAssured.port = server.port();
      String link = Researcher.preview(STUDY, "crp");
      simulate(server, link.substring(link.indexOf("preview=") + "preview=".length()));
      byte[] csv =
          Researcher.request()
              .get("/researcher/" + STUDY + "/responses.csv?simulated=true")
              .asByteArray();
      assertThat(Researcher.rows(STUDY, "responses.csv")).isEmpty();
      recovers(
          Results.of(
              ResponsesFile.read(new ByteArrayInputStream(csv), "responses.csv"),
              Plan.of(StudyFile.read(study).study()),
              ProgressListener.SILENT));
    }
  }

  private void simulate(PackagedServer server, String key) throws Exception {
    File said = folder.resolve("said.txt").toFile();
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                new File("target/quarkus-app/quarkus-run.jar").getAbsolutePath(),
                "simulate",
                STUDY,
                "--participants",
                "125",
                "--rate",
                "50/s",
                "--thinking",
                "2",
                "--key",
                key,
                "--url",
                "http://localhost:" + server.port())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    assertThat(program.waitFor()).as(Files.readString(said.toPath())).isZero();
    assertThat(Files.readString(said.toPath())).contains("125 finished, 0 left, 0 were stopped");
  }

  /**
   * Within 3.5 standard errors of what study.yaml expects, which the program plants unless told
   * otherwise; that one of five estimates is further away by chance happens once in 400 runs.
   */
  private static void recovers(Results results) {
    assertThat(results.flow().simulated()).isTrue();
    DetectionFit fit = results.detection().orElseThrow().signal().hierarchical();
    assertThat(fit.methods()).containsExactlyInAnyOrderElementsOf(D_PRIME.keySet());
    List<String> methods = fit.methods();
    for (int arm = 0; arm < methods.size(); arm++) {
      near(methods.get(arm) + " d′", fit.sensitivity(arm), D_PRIME.get(methods.get(arm)));
    }
    Estimate difference = fit.sensitivityDifference(methods.indexOf("ig"));
    assertThat(difference.value() / difference.error()).as("ig − crp").isLessThan(-3.5);
  }

  private static void near(String name, Estimate estimate, double planted) {
    assertThat(estimate.value())
        .as(name)
        .isBetween(planted - 3.5 * estimate.error(), planted + 3.5 * estimate.error());
  }
}
