package org.xaistudy.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.ChosenPlaces;
import org.xaistudy.analysis.ProgressListener;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.Resampling;
import org.xaistudy.analysis.responses.ResponsesFile;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.manifest.Manifest;

/** Of a stimulus that several classes are explained of, the class that was right to choose. */
class DistinctionGalleryTest {
  @Test
  void theExplanationOfThePredictedClassIsShown() throws IOException {
    byte[] png = png();
    Set<String> asked = new TreeSet<>();
    Background background =
        new Background(
            Optional.empty(),
            Optional.of(manifest()),
            name -> {
              asked.add(name);
              return Optional.of(png);
            });
    String page = Report.of(results(), background);
    assertThat(asked).containsExactly("original.png", "predicted.png");
    assertThat(page)
        .contains("first of it for the class that the model predicted, the right one to choose")
        .contains("predicted wrong: 25.0\u00A0% right (1 of 4)")
        .contains("predicted right: 50.0\u00A0% right (2 of 4)")
        .contains("CRP: 1 of 2", "Grad-CAM: 0 of 2")
        .contains("75.0\u00A0% predicted wrong");
  }

  /**
   * Right predictions are s2 and s4: with Grad-CAM p1 is right of both, p2 of neither; with CRP p3
   * of both, p4 of s2 alone.
   */
  @Test
  void rightAndWrongPredictionsAndColourAloneStandBesideEachOther() throws IOException {
    String page =
        Report.of(
            results(),
            new Background(Optional.empty(), Optional.of(manifest()), name -> Optional.empty()));
    assertThat(page.replaceAll("<[^>]+>", "|").replaceAll("\\|+", "|"))
        .containsPattern("\\|CRP\\|75\\.0 \\[[^|]*\\|75\\.0 \\[[^|]*\\|–\\|–\\|")
        .containsPattern(
            "\\|Grad-CAM\\|50\\.0 \\[[^|]*\\|25\\.0 \\[[^|]*\\|54\\.0[^|]*\\|7\\.0[^|]*\\|");
    assertThat(Report.of(results(), Background.NONE)).doesNotContain("Wrong predictions");
  }

  private static Results results() throws IOException {
    byte[] csv = ChosenPlaces.responses().getBytes(StandardCharsets.UTF_8);
    return Results.of(
        ResponsesFile.read(new ByteArrayInputStream(csv), "responses.csv"),
        Plan.of(ChosenPlaces.study()).resampling(new Resampling(100, 1)),
        ProgressListener.SILENT);
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  /** Those of even number are predicted rightly. */
  private static Manifest manifest() {
    return new Manifest(
        Manifest.FORMAT,
        "birds-distinction",
        "",
        Optional.empty(),
        "0.1.0",
        2023,
        Map.of("x", Text.of("x"), "y", Text.of("y")),
        Optional.empty(),
        Optional.empty(),
        Map.of(
            "gradcam",
            new Manifest.MethodFacts(
                Manifest.Look.HEATMAP,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Manifest.ColourGuesser(30, 4, 0.54, 0.07)))),
        IntStream.rangeClosed(1, 4).mapToObj(DistinctionGalleryTest::stimulus).toList(),
        Map.of());
  }

  private static Manifest.Stimulus stimulus(int number) {
    return new Manifest.Stimulus(
        "s" + number,
        Manifest.Use.TRIAL,
        "test/" + number,
        number % 2 == 0 ? "x" : "y",
        "x",
        Manifest.Model.SINGLE,
        number % 2 == 0,
        "original.png",
        explained("predicted.png"),
        Map.of("y", explained("other.png")));
  }

  private static Map<String, Manifest.Explanation> explained(String file) {
    var panel = new Manifest.Panel(OptionalDouble.empty(), List.of(new Manifest.Picture(file)));
    var explanation = new Manifest.Explanation(List.of(panel));
    return Map.of("crp", explanation, "gradcam", explanation);
  }
}
