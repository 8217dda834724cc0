package org.xaistudy.stimuli.commandline.concepts;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.attribution.Attribution;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.concept.Atlas;
import org.xaistudy.stimuli.concept.CompositionGraph;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.References;
import org.xaistudy.stimuli.concept.figure.AtlasFigure;
import org.xaistudy.stimuli.concept.figure.ConceptTiles;
import org.xaistudy.stimuli.concept.figure.ExplorePage;
import org.xaistudy.stimuli.concept.figure.ExplorePage.ExploredConcept;
import org.xaistudy.stimuli.concept.figure.ExplorePage.ExploredImage;
import org.xaistudy.stimuli.concept.figure.GraphFigure;
import org.xaistudy.stimuli.generation.ProgressBars;
import org.xaistudy.stimuli.model.Layer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code concepts explore}. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    description = {
      "Makes one self-contained page, explore.html: from an image to its concepts, their reference"
          + " images, the atlas and what the strongest concept is made of.",
      "Of several layers the uppermost is explained, the others make the graph (default: the last"
          + " convolution and two before it)."
    })
final class ExploreCommand extends ConceptCommand {
  private static final int SIDE = 260;
  private static final int WIDTH = 4;

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description =
          "An image by number or end of its name. Repeatable (default: the first of each class, up"
              + " to twelve).")
  private List<String> images = List.of();

  @Option(
      names = "--concepts",
      defaultValue = "6",
      description = "Concepts shown of each image (default ${DEFAULT-VALUE}).")
  private int concepts;

  @Option(
      names = "--references",
      defaultValue = "8",
      description = "References of each concept (default ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--superpixels",
      defaultValue = "50",
      description = "Of the atlas (default ${DEFAULT-VALUE}).")
  private int superpixels;

  @Override
  void run(ConceptTask task) throws IOException {
    List<String> layers = layers(task);
    List<Integer> chosen = chosen(task);
    References references = task.references(layers);
    ConceptTiles tiles = task.tiles(false);
    ExplorePage page =
        new ExplorePage(
            "What this model sees",
            "Concepts of " + layers.get(0) + ". " + task.context(task.criterion()) + ".");
    try (ProgressBar bar = ProgressBars.bar("Exploring images", chosen.size())) {
      for (int image : chosen) {
        page.add(explored(task, layers, references, tiles, image));
        bar.step();
      }
    }
    wrote(task.write("explore.html", page.html()));
  }

  /** From the top down. */
  private static List<String> layers(ConceptTask task) {
    List<String> order = task.network().layers();
    List<String> asked = task.question().layers();
    if (asked.size() > 1) {
      return asked.stream().sorted(Comparator.comparing(l -> -order.indexOf(l))).toList();
    }
    List<String> layers = new ArrayList<>(asked);
    for (int i = order.indexOf(asked.get(0)) - 1; i >= 0 && layers.size() < 3; i--) {
      boolean convolution = task.network().node(order.get(i)).layer() instanceof Layer.Convolution;
      if (convolution && task.network().isBelow(order.get(i), layers.get(layers.size() - 1))) {
        layers.add(order.get(i));
      }
    }
    return layers;
  }

  private List<Integer> chosen(ConceptTask task) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    for (String name : images) {
      numbers.add(task.image(name));
    }
    if (!numbers.isEmpty()) {
      return numbers;
    }
    Map<Integer, Integer> first = new LinkedHashMap<>();
    List<Integer> labels = task.source().labels();
    for (int i = 0; i < task.source().count(); i++) {
      first.putIfAbsent(labels.isEmpty() ? i : labels.get(i), i);
    }
    return first.values().stream().limit(12).toList();
  }

  private ExploredImage explored(
      ConceptTask task, List<String> layers, References references, ConceptTiles tiles, int image)
      throws IOException {
    String layer = layers.get(0);
    Criterion criterion = task.criterion();
    try (ForwardPass forward = task.forward(image)) {
      Attribution whole =
          task.lrp().attribute(forward, List.of(Condition.target()), List.of(layer));
      float[] shares = whole.shares(layer, 0, 0).values();
      List<Integer> strongest =
          IntStream.range(0, shares.length)
              .boxed()
              .sorted(Comparator.comparing(c -> -Math.abs(shares[c])))
              .limit(concepts)
              .toList();
      List<ExploredConcept> shown = new ArrayList<>();
      for (int c : strongest) {
        List<BufferedImage> tilesOf =
            references.layer(layer).ranking(criterion).of(c).stream()
                .limit(count)
                .map(reference -> tiles.tile(layer, c, criterion, reference))
                .toList();
        shown.add(
            new ExploredConcept(
                task.names().label(layer, c),
                shares[c],
                tiles.map(layer, c, image, SIDE),
                tiles.masked(layer, c, image, SIDE),
                tilesOf));
      }
      return new ExploredImage(
          task.source().name(image),
          task.decision(forward),
          tiles.whole(image, SIDE),
          tiles.map(layer, null, image, SIDE),
          shown,
          atlas(task, layer, references, tiles, forward, image),
          graph(task, layers, references, tiles, forward, strongest.get(0)));
    }
  }

  private String atlas(
      ConceptTask task,
      String layer,
      References references,
      ConceptTiles tiles,
      ForwardPass forward,
      int image) {
    Criterion criterion = task.criterion();
    Atlas atlas = Atlas.of(task.lrp(), forward, layer, task.segments(image, superpixels, 10));
    return new AtlasFigure(
            tiles, task.names(), layer, criterion, references.layer(layer).ranking(criterion))
        .svg(atlas, image, "Concepts for " + task.decision(forward));
  }

  private static @Nullable String graph(
      ConceptTask task,
      List<String> layers,
      References references,
      ConceptTiles tiles,
      ForwardPass forward,
      int channel) {
    if (layers.size() < 2) {
      return null;
    }
    Criterion criterion = task.criterion();
    CompositionGraph graph = CompositionGraph.of(task.lrp(), forward, layers, channel, WIDTH);
    return new GraphFigure(
            tiles, task.names(), criterion, layer -> references.layer(layer).ranking(criterion))
        .svg(graph, "In this decision. Red speaks for it, blue against.");
  }
}
