package org.xaistudy.stimuli.commandline.concepts;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.LayerReferences;
import org.xaistudy.stimuli.concept.Ranking;
import org.xaistudy.stimuli.concept.Reference;
import org.xaistudy.stimuli.concept.References;
import org.xaistudy.stimuli.concept.figure.ConceptTiles;
import org.xaistudy.stimuli.concept.figure.SheetFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code concepts sheet}. */
@Command(
    name = "sheet",
    mixinStandardHelpOptions = true,
    description = {
      "Draws reference images of channels, cut to what the strongest neuron sees and masked by its"
          + " conditional heat map, or by the channel's.",
      "With --target a class's number, the references are those for that class."
    })
final class SheetCommand extends ConceptCommand {
  /** Whose heat map masks. */
  enum Mask {
    channel,
    neuron
  }

  @Option(
      names = "--channel",
      split = ",",
      description =
          "Channels, with commas (default: the ten with the largest value in a reference image).")
  private List<Integer> channels = List.of();

  @Option(
      names = "--references",
      defaultValue = "8",
      description = "References shown of each (default ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--mask",
      defaultValue = "channel",
      description = "Whose heat map masks: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private Mask mask;

  @Override
  void run(ConceptTask task) throws IOException {
    References references = task.references();
    ConceptTiles tiles = task.tiles(mask == Mask.neuron);
    for (String layer : task.question().layers()) {
      LayerReferences of = references.layer(layer);
      for (Criterion criterion : task.question().criteria()) {
        Ranking ranking = of.ranking(criterion);
        List<Integer> shown = channels.isEmpty() ? strongest(ranking) : channels;
        String svg =
            SheetFigure.svg(
                tiles,
                task.names(),
                layer,
                shown,
                ranking,
                criterion,
                count,
                task.context(criterion));
        wrote(task.write("sheet." + layer + "." + criterion + ".svg", svg));
      }
    }
  }

  private static List<Integer> strongest(Ranking ranking) {
    return IntStream.range(0, ranking.channels())
        .boxed()
        .sorted(
            Comparator.comparing(
                c -> ranking.of(c).stream().findFirst().map(Reference::value).orElse(0f) * -1))
        .limit(10)
        .toList();
  }
}
