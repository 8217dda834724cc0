package org.xaistudy.stimuli.bundle;

import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Explanation;
import org.xaistudy.studies.manifest.Manifest.Model;
import org.xaistudy.studies.manifest.Manifest.Oddity;
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
      h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
      table { border-collapse: collapse; } td, th { padding: .3rem .8rem; text-align: right; }
      td:first-child, th:first-child { text-align: left; } tr { border-bottom: 1px solid #8886; }
      .odd { color: #c2410c; }
      .yes { color: #c2410c; } .no { color: #0f766e; }
      .maps { display: flex; flex-wrap: wrap; gap: 1rem; }
      figure { margin: 0; } figcaption { font-size: .85rem; }
      .maps img { width: 200px; } .concept img { height: 110px; margin-right: 6px; }
      .concept { overflow-x: auto; white-space: nowrap; margin: .5rem 0; }
      #colours:checked ~ section .usual, #colours:not(:checked) ~ section .alternative
        { display: none; }
      """;

  private final Manifest manifest;
  private final StringWriter page = new StringWriter();
  private final HtmlWriter html = new HtmlWriter(page);

  private TruthPage(Manifest manifest) {
    this.manifest = manifest;
  }

  /** The page as HTML; its images are expected one folder up. */
  public static String html(Manifest manifest) {
    return new TruthPage(manifest).write();
  }

  private String write() {
    String title = "Stimuli of " + manifest.study();
    html.open("html", "lang", "en");
    html.empty("meta", "charset", "utf-8");
    html.element("title", title);
    html.element("style", STYLE);
    html.element("h1", title);
    html.element("p", "This page tells the truth about every picture: keep it from participants.");
    new MethodTable(html, manifest).write();
    html.empty("input", "type", "checkbox", "id", "colours");
    html.text(" ");
    html.element(
        "label",
        "Heat maps in the colours for the colour-blind: orange for, purple against",
        "for",
        "colours");
    Comparator<Stimulus> order =
        Comparator.comparing(Stimulus::use)
            .thenComparing(Stimulus::sample)
            .thenComparing(Stimulus::model);
    manifest.stimuli().stream().sorted(order).forEach(this::stimulus);
    html.close();
    return page.toString();
  }

  private void stimulus(Stimulus stimulus) {
    html.open("section");
    heading(stimulus);
    Panel original = new Panel(OptionalDouble.empty(), List.of(new Picture(stimulus.original())));
    explanations(stimulus.explanations(), Optional.of(original));
    stimulus
        .others()
        .forEach(
            (name, explanations) -> {
              html.element("h3", "To choose from, too: " + name);
              explanations(explanations, Optional.empty());
            });
    html.close();
  }

  private void explanations(Map<String, Explanation> explanations, Optional<Panel> image) {
    html.open("div", "class", "maps");
    image.ifPresent(original -> figure(original, "image"));
    explanations.forEach(
        (method, explanation) -> {
          if (!explanation.panels().isEmpty() && !concepts(explanation)) {
            figure(explanation.panels().get(0), method);
          }
        });
    html.close();
    explanations.values().stream()
        .filter(TruthPage::concepts)
        .flatMap(explanation -> explanation.panels().stream())
        .forEach(this::concept);
  }

  private void heading(Stimulus stimulus) {
    html.open("h2");
    html.text(
        "%s, %s: the %s says %s "
            .formatted(
                lower(stimulus.use()),
                stimulus.sample(),
                stimulus.model() == Model.SINGLE ? "model" : lower(stimulus.model()) + " model",
                stimulus.prediction()));
    html.element("span", truth(stimulus), "class", stimulus.truth() ? "yes" : "no");
    html.close();
  }

  private static String truth(Stimulus stimulus) {
    if (stimulus.model() == Model.SINGLE) {
      return stimulus.truth() ? "and is right" : "and is wrong: it is " + stimulus.label();
    }
    return stimulus.truth() ? "and uses the artefact" : "and does not use the artefact";
  }

  private static boolean concepts(Explanation explanation) {
    return !explanation.panels().isEmpty() && explanation.panels().get(0).relevance().isPresent();
  }

  private void figure(Panel panel, String caption) {
    html.open("figure");
    pictures(panel, caption);
    html.element("figcaption", caption);
    html.close();
  }

  private void concept(Panel panel) {
    String share =
        String.format(Locale.ROOT, "relevance %.1f %%", 100 * panel.relevance().orElseThrow());
    html.open("div", "class", "concept");
    html.text(share);
    panel
        .oddities()
        .forEach(oddity -> html.element("strong", " – " + words(oddity), "class", "odd"));
    html.empty("br");
    pictures(panel, share);
    html.close();
  }

  private static String words(Oddity oddity) {
    return switch (oddity) {
      case EMPTY_MASK -> "nothing of the image is inside its mask";
      case EMPTY_REFERENCES -> "in half of its references or more nothing is inside its mask";
    };
  }

  /** Each picture and, hidden until asked for, its alternative. */
  private void pictures(Panel panel, String description) {
    for (Picture picture : panel.pictures()) {
      if (picture.alternative().equals(picture.usual())) {
        image(picture.usual(), "both", description);
      } else {
        image(picture.usual(), "usual", description);
        image(picture.alternative(), "alternative", description);
      }
    }
  }

  private void image(String name, String colours, String description) {
    html.empty("img", "loading", "lazy", "src", "../" + name, "alt", description, "class", colours);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
