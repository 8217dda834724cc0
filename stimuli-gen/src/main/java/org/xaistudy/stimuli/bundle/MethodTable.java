package org.xaistudy.stimuli.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.IdealReader;

/** What an ideal reader could tell from each method's maps, before anybody is paid. */
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

  /** The table, and a sentence for each method that can be seen through; nothing if unmeasured. */
  void write() {
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
    html.open("tr");
    COLUMNS.forEach(column -> html.element("th", column));
    html.close();
    methods.forEach((id, facts) -> facts.reader().ifPresent(reader -> row(id, reader)));
    html.close();
    diagnostics(manifest).forEach(sentence -> html.element("p", sentence, "class", "odd"));
  }

  private void row(String id, IdealReader reader) {
    html.open("tr");
    html.element("td", id);
    html.element("td", percent(reader.artefactMass()));
    html.element("td", percent(reader.cleanMass()));
    html.element("td", number(reader.artefactLift()));
    html.element("td", number(reader.cleanLift()));
    html.element("td", number(reader.aucOfMass()));
    html.element("td", number(reader.aucOfSign()));
    html.element("td", number(reader.aucOfBrightness()));
    html.close();
  }

  /** Methods whose colour or brightness alone tells the models apart better than the place. */
  static List<String> diagnostics(Manifest manifest) {
    List<String> sentences = new ArrayList<>();
    manifest
        .methods()
        .forEach(
            (id, facts) ->
                facts
                    .reader()
                    .ifPresent(
                        reader -> {
                          if (reader.signTellsMore()) {
                            sentences.add(sentence(id, "colour", reader.aucOfSign(), reader));
                          }
                          if (reader.brightnessTellsMore()) {
                            sentences.add(
                                sentence(id, "brightness", reader.aucOfBrightness(), reader));
                          }
                        }));
    return sentences;
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
