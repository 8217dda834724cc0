package org.xaistudy.stimuli.bundle;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Explanation;
import org.xaistudy.studies.manifest.Manifest.Panel;
import org.xaistudy.studies.manifest.Manifest.Picture;
import org.xaistudy.studies.manifest.Manifest.Stimulus;

/**
 * All stimuli with their truth on one page, for the researcher to look through before a study
 * starts. It lies among the private files and is never served.
 */
public final class TruthPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; font-family: system-ui, sans-serif; }
      body { margin: 2rem auto; max-width: 1500px; padding: 0 1rem; }
      section { border-top: 1px solid #8886; margin-top: 2rem; }
      h2 { font-size: 1.1rem; }
      .used { color: #c2410c; } .unused { color: #0f766e; }
      .maps { display: flex; flex-wrap: wrap; gap: 1rem; }
      figure { margin: 0; } figcaption { font-size: .85rem; }
      .maps img { width: 200px; } .concept img { height: 110px; margin-right: 6px; }
      .concept { overflow-x: auto; white-space: nowrap; margin: .5rem 0; }
      #colours:checked ~ section .usual, #colours:not(:checked) ~ section .alternative
        { display: none; }
      """;

  private final Manifest manifest;
  private final StringBuilder page = new StringBuilder();

  private TruthPage(Manifest manifest) {
    this.manifest = manifest;
  }

  /** The page as HTML; its images are expected one folder up. */
  public static String html(Manifest manifest) {
    return new TruthPage(manifest).write();
  }

  private String write() {
    page.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Stimuli of ")
        .append(manifest.study())
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n<h1>Stimuli of ")
        .append(manifest.study())
        .append("</h1>\n<p>This page tells the truth about every picture: keep it from")
        .append(" participants.</p>\n")
        .append("<input type=\"checkbox\" id=\"colours\"> <label for=\"colours\">Heat maps in the")
        .append(" colours for the colour-blind: orange for, purple against</label>\n");
    Comparator<Stimulus> order =
        Comparator.comparing(Stimulus::use)
            .thenComparing(Stimulus::sample)
            .thenComparing(Stimulus::model);
    manifest.stimuli().stream().sorted(order).forEach(this::stimulus);
    return page.append("</html>\n").toString();
  }

  private void stimulus(Stimulus stimulus) {
    page.append("<section>\n<h2>")
        .append(lower(stimulus.use()))
        .append(", ")
        .append(stimulus.sample())
        .append(": the ")
        .append(lower(stimulus.model()))
        .append(" model says ")
        .append(stimulus.prediction())
        .append(
            stimulus.artefactUsed()
                ? " <span class=\"used\">and uses the artefact</span>"
                : " <span class=\"unused\">and does not use the artefact</span>")
        .append("</h2>\n<div class=\"maps\">\n");
    figure(new Panel(OptionalDouble.empty(), List.of(new Picture(stimulus.original()))), "image");
    stimulus
        .explanations()
        .forEach(
            (method, explanation) -> {
              if (!concepts(explanation)) {
                figure(explanation.panels().get(0), method);
              }
            });
    page.append("</div>\n");
    stimulus.explanations().values().stream()
        .filter(TruthPage::concepts)
        .flatMap(explanation -> explanation.panels().stream())
        .forEach(this::concept);
    page.append("</section>\n");
  }

  private static boolean concepts(Explanation explanation) {
    return explanation.panels().get(0).relevance().isPresent();
  }

  private void figure(Panel panel, String caption) {
    page.append("<figure>");
    images(panel, caption);
    page.append("<figcaption>").append(caption).append("</figcaption></figure>\n");
  }

  private void concept(Panel panel) {
    String share =
        String.format(Locale.ROOT, "relevance %.1f %%", 100 * panel.relevance().orElseThrow());
    page.append("<div class=\"concept\">").append(share).append("<br>");
    images(panel, share);
    page.append("</div>\n");
  }

  /** Each image and, hidden until asked for, its alternative. */
  private void images(Panel panel, String description) {
    for (Picture picture : panel.pictures()) {
      if (picture.alternative().equals(picture.usual())) {
        image(picture.usual(), "", description);
      } else {
        image(picture.usual(), " class=\"usual\"", description);
        image(picture.alternative(), " class=\"alternative\"", description);
      }
    }
  }

  private void image(String name, String attribute, String description) {
    page.append("<img loading=\"lazy\" src=\"../")
        .append(name)
        .append("\" alt=\"")
        .append(description)
        .append("\"")
        .append(attribute)
        .append(">");
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
