package org.xaistudy.stimuli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Explanation;
import org.xaistudy.studies.manifest.Manifest.Panel;
import org.xaistudy.studies.manifest.Manifest.Picture;

class TruthPageTest {
  private static String page(String sample, String prediction, String method) {
    Panel map = new Panel(OptionalDouble.empty(), List.of(new Picture("a.png", "b.png")));
    Panel concept = new Panel(OptionalDouble.of(0.125), List.of(new Picture("c.png")));
    var stimulus =
        new Manifest.Stimulus(
            "s1",
            Manifest.Use.TRIAL,
            sample,
            prediction,
            prediction,
            Manifest.Model.ARTEFACT,
            true,
            "o.png",
            Map.of(
                method, new Explanation(List.of(map)), "crp", new Explanation(List.of(concept))));
    var facts = new Manifest.ModelFacts("0".repeat(64), 1, 1, 1, 1, 1);
    return TruthPage.html(
        new Manifest(
            Manifest.FORMAT,
            "study",
            "0".repeat(64),
            Optional.empty(),
            "1",
            1,
            Map.of(prediction, Text.of("A")),
            java.util.Optional.of(new Manifest.ModelPair(facts, facts)),
            Optional.empty(),
            Map.of(),
            List.of(stimulus),
            Map.of()));
  }

  @Test
  void showsEveryPictureWithTheTruth() {
    String page = page("test/a/1", "a", "lrp");
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("trial, test/a/1: the artefact model says a ")
        .contains("<span class=\"yes\">and uses the artefact</span>")
        .contains("src=\"../o.png\"", "src=\"../a.png\"", "src=\"../b.png\"", "src=\"../c.png\"")
        .contains("<figcaption>lrp</figcaption>")
        .contains("relevance 12.5 %");
  }

  /** Folders give classes their names, and files samples: anything can stand there. */
  @Test
  void namesOfClassesAndFilesAreText() {
    String script = "<script>alert(1)</script>";
    String page = page("test/" + script + "/a&b\".png", script, "\"><b>lrp</b>");
    assertThat(page)
        .doesNotContain("<script", "<b>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;/a&amp;b")
        .contains("<figcaption>\"&gt;&lt;b&gt;lrp&lt;/b&gt;</figcaption>")
        .contains("alt=\"&quot;&gt;&lt;b&gt;lrp");
  }
}
