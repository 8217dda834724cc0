package org.xaistudy.stimuli.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.ColourGuesser;
import org.xaistudy.studies.manifest.Manifest.IdealReader;

/** What could be told from each method's maps without people, before anybody is paid. */
final class MethodTable {
  private static final List<String> COLUMNS =
      List.of(
          "method",
          "mass on the artefact: artefact model",
          "clean model",
          "lift over area: artefact model",
          "clean model",
          "AUC of the mass",
          "of the colour",
          "of the brightness");

  private final HtmlWriter html;
  private final Manifest manifest;

  MethodTable(HtmlWriter html, Manifest manifest) {
    this.html = html;
    this.manifest = manifest;
  }

  /** What was measured, and a sentence for each method that can be seen through. */
  void write() {
    readers();
    guessers();
    diagnostics(manifest).forEach(sentence -> html.element("p", sentence, "class", "odd"));
  }

  private void guessers() {
    Map<String, Manifest.MethodFacts> methods = manifest.methods();
    if (methods.values().stream().allMatch(facts -> facts.guesser().isEmpty())) {
      return;
    }
    html.element("h2", "What somebody gets who chooses by colour alone");
    html.element(
        "p",
        "Of the explanations of one picture they choose that with the most for it (colour), or that"
            + " of which most is coloured (brightness), wherever that is.");
    html.open("table");
    cells("th", List.of("method", "right by colour", "by brightness", "by chance"));
    methods.forEach((id, facts) -> facts.guesser().ifPresent(guesser -> row(id, guesser)));
    html.close();
  }

  private void row(String id, ColourGuesser guesser) {
    cells(
        "td",
        List.of(
            id,
            percent(guesser.bySign()),
            percent(guesser.byBrightness()),
            percent(guesser.chance())));
  }

  private void cells(String kind, List<String> cells) {
    html.open("tr");
    cells.forEach(cell -> html.element(kind, cell));
    html.close();
  }

  private void readers() {
    Map<String, Manifest.MethodFacts> methods = manifest.methods();
    if (methods.values().stream().allMatch(facts -> facts.reader().isEmpty())) {
      return;
    }
    html.element("h2", "What an ideal reader could tell");
    html.element(
        "p",
        "Mass is the share of absolute relevance inside the artefact; the AUC is the probability"
            + " that it is larger in a map of the artefact model than in one of the clean model:"
            + " ½ tells nothing, 1 everything. Colour is the balance of for and against, brightness"
            + " how much is coloured; both tell nothing of where.");
    html.open("table");
    cells("th", COLUMNS);
    methods.forEach((id, facts) -> facts.reader().ifPresent(reader -> row(id, reader)));
    html.close();
  }

  private void row(String id, IdealReader reader) {
    cells(
        "td",
        List.of(
            id,
            percent(reader.artefactMass()),
            percent(reader.cleanMass()),
            number(reader.artefactLift()),
            number(reader.cleanLift()),
            number(reader.aucOfMass()),
            number(reader.aucOfSign()),
            number(reader.aucOfBrightness())));
  }

  /** Methods whose colour or brightness alone tells more than it should. */
  static List<String> diagnostics(Manifest manifest) {
    List<String> sentences = new ArrayList<>();
    manifest
        .methods()
        .forEach(
            (id, facts) -> {
              facts.reader().ifPresent(reader -> sentences.addAll(sentences(id, reader)));
              facts.guesser().ifPresent(guesser -> sentences.addAll(sentences(id, guesser)));
            });
    return sentences;
  }

  private static List<String> sentences(String id, IdealReader reader) {
    List<String> sentences = new ArrayList<>();
    if (reader.signTellsMore()) {
      sentences.add(sentence(id, "colour", reader.aucOfSign(), reader));
    }
    if (reader.brightnessTellsMore()) {
      sentences.add(sentence(id, "brightness", reader.aucOfBrightness(), reader));
    }
    return sentences;
  }

  private static List<String> sentences(String id, ColourGuesser guesser) {
    List<String> sentences = new ArrayList<>();
    if (guesser.signTells()) {
      sentences.add(sentence(id, "with the most for it", guesser.bySign(), guesser));
    }
    if (guesser.brightnessTells()) {
      sentences.add(sentence(id, "with the most colour", guesser.byBrightness(), guesser));
    }
    return sentences;
  }

  private static String sentence(String id, String which, double share, ColourGuesser guesser) {
    return String.format(
        Locale.ROOT,
        "%s: whoever always chooses the explanation %s is right of %.0f %% of %d pictures, where"
            + " chance is %.0f %%: people may answer right for a wrong reason.",
        id,
        which,
        100 * share,
        guesser.decisions(),
        100 * guesser.chance());
  }

  private static String sentence(String id, String what, double auc, IdealReader reader) {
    return String.format(
        Locale.ROOT,
        "%s: the overall %s of a map tells the models apart better (AUC %.2f) than where it is"
            + " coloured (%.2f): people may answer right for a wrong reason.",
        id,
        what,
        telling(auc),
        telling(reader.aucOfMass()));
  }

  /** Less than ½ tells as much as more does, the other way round. */
  private static double telling(double auc) {
    return Math.max(auc, 1 - auc);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
