package org.xaistudy.analysis.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.OutcomeAccuracy;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.ColourGuesser;
import org.xaistudy.studies.manifest.Manifest.MethodFacts;
import org.xaistudy.studies.manifest.Manifest.Stimulus;

/**
 * What the stimuli tell of choices among several explanations: whether people find what a model
 * says where it is wrong, too, and what somebody gets who looks at the colours alone.
 */
final class OutcomeSection {
  private OutcomeSection() {}

  /** Nothing without the manifest. */
  static Markup of(Results results, Background background) {
    Optional<Manifest> manifest = background.manifest();
    return manifest.isEmpty() ? Markup.NONE : of(results, manifest.get());
  }

  private static Markup of(Results results, Manifest manifest) {
    Apa apa = Apa.of(results.plan());
    double level = results.plan().level();
    Map<String, Boolean> outcomes =
        manifest.stimuli().stream().collect(Collectors.toMap(Stimulus::id, Stimulus::truth));
    HtmlTable table =
        new HtmlTable(
            apa.text("outcome.table"),
            List.of(
                apa.text("column.method"),
                apa.withInterval(apa.text("column.rightPredictions"), level),
                apa.withInterval(apa.text("column.wrongPredictions"), level),
                apa.text("column.byColour"),
                apa.text("column.byAmount")));
    for (ArmResult arm : results.arms()) {
      Optional<ColourGuesser> guesser =
          Optional.ofNullable(manifest.methods().get(arm.method())).flatMap(MethodFacts::guesser);
      OutcomeAccuracy accuracy = OutcomeAccuracy.of(arm, outcomes);
      table.row(
          results.plan().name(arm.method()),
          List.of(
              accuracy(accuracy.right(), level, apa),
              accuracy(accuracy.wrong(), level, apa),
              guesser.map(ColourGuesser::bySign).map(apa::percent).orElse("–"),
              guesser.map(ColourGuesser::byBrightness).map(apa::percent).orElse("–")));
    }
    return Markup.all(table.html(), Blocks.caption(apa.text("outcome.caption")));
  }

  private static String accuracy(Estimate mean, double level, Apa apa) {
    return Double.isNaN(mean.value()) ? "–" : apa.estimateOrValue(mean.times(100), level, 1);
  }
}
