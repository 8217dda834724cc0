package org.xaistudy.stimuli.commandline.concepts;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.concept.CompositionGraph;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.CsvTable;
import org.xaistudy.stimuli.concept.Reference;
import org.xaistudy.stimuli.concept.References;
import org.xaistudy.stimuli.concept.figure.GraphFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code concepts graph}. */
@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    description =
        "Draws how a channel is made of channels of lower layers: name the layers from the top down"
            + " with --layer. Writes graph.csv too.")
final class GraphCommand extends ConceptCommand {
  @Option(names = "--channel", required = true, description = "The channel of the first layer.")
  private int channel;

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description =
          "The image in whose decision it is looked at (default: the channel's reference images"
              + " together).")
  private String image;

  @Option(
      names = "--references",
      defaultValue = "8",
      description = "So many of them (default ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--width",
      defaultValue = "4",
      description = "Channels kept at each lower layer (default ${DEFAULT-VALUE}).")
  private int width;

  @Override
  void run(ConceptTask task) throws IOException {
    List<String> layers = topDown(task);
    if (layers.size() < 2) {
      throw new IOException("name at least two layers with --layer, the upper one first");
    }
    References references = task.references();
    Criterion criterion = task.criterion();
    List<Integer> images =
        image != null
            ? List.of(task.image(image))
            : references.layer(layers.get(0)).ranking(criterion).of(channel).stream()
                .limit(count)
                .map(Reference::image)
                .toList();
    try (ForwardPass forward = task.forward(images)) {
      CompositionGraph graph = CompositionGraph.of(task.lrp(), forward, layers, channel, width);
      GraphFigure figure =
          new GraphFigure(
              task.tiles(false),
              task.names(),
              criterion,
              layer -> references.layer(layer).ranking(criterion));
      String context =
          image != null
              ? "In the decision "
                  + task.decision(forward)
                  + " for "
                  + task.source().name(images.get(0))
              : "Over the decisions for its " + images.size() + " strongest reference images";
      String svg = figure.svg(graph, context + ". Red speaks for it, blue against.");
      wrote(task.write("graph." + layers.get(0) + "." + channel + ".svg", svg));
      wrote(
          CsvTable.write(
              task.file("graph." + layers.get(0) + "." + channel + ".csv"),
              "upper_layer,upper,lower_layer,lower,share",
              table -> {
                for (CompositionGraph.Edge edge : graph.edges()) {
                  table.row(
                      graph.levels().get(edge.level()),
                      edge.upper(),
                      graph.levels().get(edge.level() + 1),
                      edge.lower(),
                      (float) edge.share());
                }
              }));
    }
  }

  private static List<String> topDown(ConceptTask task) {
    List<String> order = task.network().layers();
    return task.question().layers().stream()
        .sorted(Comparator.comparing(layer -> -order.indexOf(layer)))
        .toList();
  }
}
