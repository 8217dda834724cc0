package org.xaistudy.analysis.report;

import java.util.List;
import java.util.Optional;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.distribution.Quoted;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.mixedmodel.DetectionFit;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.IdealReader;
import org.xaistudy.studies.manifest.Manifest.MethodFacts;

/** What was to be seen in the explanations, beside what people saw. */
final class ReaderSection {
  private ReaderSection() {}

  /** Nothing where the manifest does not tell of any method's maps. */
  static Markup of(Results results, DetectionFit fit, Background background) {
    Optional<Manifest> manifest = background.manifest();
    if (manifest.isEmpty()
        || manifest.get().methods().values().stream().noneMatch(one -> one.reader().isPresent())) {
      return Markup.NONE;
    }
    double level = results.plan().level();
    HtmlTable table =
        new HtmlTable(
            "Area under the ROC curve: the ideal reader of the maps, and people",
            List.of(
                "Method",
                "Ideal reader, by place",
                "By colour",
                "By amount of colour",
                "People [" + Apa.level(level) + " CI]"));
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      String method = fit.methods().get(arm);
      Optional<IdealReader> reader =
          Optional.ofNullable(manifest.get().methods().get(method)).flatMap(MethodFacts::reader);
      Interval interval = fit.areaInterval(arm, level);
      table.row(
          results.plan().name(method),
          List.of(
              telling(reader.map(IdealReader::aucOfMass)),
              telling(reader.map(IdealReader::aucOfSign)),
              telling(reader.map(IdealReader::aucOfBrightness)),
              Apa.quotedShare(new Quoted(fit.area(arm).value(), interval))));
    }
    return Markup.all(
        table.html(),
        Blocks.caption(
            "The ideal reader tells the two models apart by one exact measure of each map: how much"
                + " relevance lies on the artefact (place), its sign over the whole map (colour) or"
                + " how much is coloured at all. .5 is guessing, 1 is never wrong. People: how often"
                + " the average person would pick the model that uses the artefact out of one of"
                + " each, by their d′. Where people stay far below the place’s value, the maps show"
                + " more than people read in them; where they come near the colour’s, they may have"
                + " read that instead."));
  }

  private static String telling(Optional<Double> auc) {
    return auc.map(Apa::telling).orElse("–");
  }
}
