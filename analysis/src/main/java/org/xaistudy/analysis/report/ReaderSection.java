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
    Apa apa = Apa.of(results.plan());
    Optional<Manifest> manifest = background.manifest();
    if (manifest.isEmpty()
        || manifest.get().methods().values().stream().noneMatch(one -> one.reader().isPresent())) {
      return Markup.NONE;
    }
    double level = results.plan().level();
    HtmlTable table =
        new HtmlTable(
            apa.text("reader.table"),
            List.of(
                apa.text("column.method"),
                apa.text("column.byPlace"),
                apa.text("column.byColour"),
                apa.text("column.byAmount"),
                apa.withInterval(apa.text("column.people"), level)));
    for (int arm = 0; arm < fit.methods().size(); arm++) {
      String method = fit.methods().get(arm);
      Optional<IdealReader> reader =
          Optional.ofNullable(manifest.get().methods().get(method)).flatMap(MethodFacts::reader);
      Interval interval = fit.areaInterval(arm, level);
      table.row(
          results.plan().name(method),
          List.of(
              telling(reader.map(IdealReader::aucOfMass), apa),
              telling(reader.map(IdealReader::aucOfSign), apa),
              telling(reader.map(IdealReader::aucOfBrightness), apa),
              apa.quotedShare(new Quoted(fit.area(arm).value(), interval))));
    }
    return Markup.all(table.html(), Blocks.caption(apa.text("reader.caption")));
  }

  private static String telling(Optional<Double> auc, Apa apa) {
    return auc.map(apa::telling).orElse("–");
  }
}
