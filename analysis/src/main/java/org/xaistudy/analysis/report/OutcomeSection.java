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
    double level = results.plan().level();
    Map<String, Boolean> outcomes =
        manifest.stimuli().stream().collect(Collectors.toMap(Stimulus::id, Stimulus::truth));
    HtmlTable table =
        new HtmlTable(
            "Right answers by what is explained, and without looking where it is coloured",
            List.of(
                "Method",
                "Right predictions, % [" + Apa.level(level) + " CI]",
                "Wrong predictions, % [" + Apa.level(level) + " CI]",
                "By colour",
                "By amount of colour"));
    for (ArmResult arm : results.arms()) {
      Optional<ColourGuesser> guesser =
          Optional.ofNullable(manifest.methods().get(arm.method())).flatMap(MethodFacts::guesser);
      OutcomeAccuracy accuracy = OutcomeAccuracy.of(arm, outcomes);
      table.row(
          results.plan().name(arm.method()),
          List.of(
              accuracy(accuracy.right(), level),
              accuracy(accuracy.wrong(), level),
              guesser.map(ColourGuesser::bySign).map(Apa::percent).orElse("–"),
              guesser.map(ColourGuesser::byBrightness).map(Apa::percent).orElse("–")));
    }
    return Markup.all(
        table.html(),
        Blocks.caption(
            "Means over people. By colour: how often somebody is right who always chooses the"
                + " explanation with the most for and the least against its answer over the whole"
                + " map; by amount of colour: that of which most is coloured. Both never look where."
                + " Where people come near them, they may have read no more than that."));
  }

  private static String accuracy(Estimate mean, double level) {
    return Double.isNaN(mean.value()) ? "–" : Apa.estimateOrValue(mean.times(100), level, 1);
  }
}
