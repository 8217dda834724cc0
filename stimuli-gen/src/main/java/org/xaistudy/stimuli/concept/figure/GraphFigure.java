package org.xaistudy.stimuli.concept.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.xaistudy.stimuli.concept.CompositionGraph;
import org.xaistudy.stimuli.concept.CompositionGraph.Edge;
import org.xaistudy.stimuli.concept.CompositionGraph.GraphNode;
import org.xaistudy.stimuli.concept.ConceptNames;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.Ranking;
import org.xaistudy.stimuli.concept.Reference;

/**
 * A composition graph: the concept on top, what it is made of below it. Lines are as wide as the
 * share of relevance that goes there, red where it speaks for, blue where against.
 */
public final class GraphFigure {
  private static final double TILE = 58;
  private static final double GAP = 4;
  private static final int REFERENCES = 3;
  private static final double NODE = REFERENCES * (TILE + GAP) - GAP + 20;
  private static final double HEIGHT = TILE + 50;
  private static final double BETWEEN = 28;
  private static final double LEVEL = 130;
  private static final double LEFT = 150;
  private static final double HEAD = 84;
  private static final double WIDEST = 13;

  /** Shares too small to be seen are not drawn. */
  private static final double SMALLEST = 0.01;

  private final ConceptTiles tiles;
  private final ConceptNames names;
  private final Criterion criterion;
  private final Function<String, Ranking> rankings;

  /**
   * Draws graphs.
   *
   * @param rankings the references by {@code criterion}, by layer
   */
  public GraphFigure(
      ConceptTiles tiles,
      ConceptNames names,
      Criterion criterion,
      Function<String, Ranking> rankings) {
    this.tiles = tiles;
    this.names = names;
    this.criterion = criterion;
    this.rankings = rankings;
  }

  /**
   * Draws a graph.
   *
   * @param subtitle in which context
   * @return SVG
   */
  public String svg(CompositionGraph graph, String subtitle) {
    int widest = 1;
    for (int level = 0; level < graph.levels().size(); level++) {
      widest = Math.max(widest, of(graph, level).size());
    }
    double inner = widest * (NODE + BETWEEN) - BETWEEN;
    double width = LEFT + inner + 30;
    double height = HEAD + graph.levels().size() * (HEIGHT + LEVEL) - LEVEL + 30;
    GraphNode root = graph.nodes().get(0);
    String title =
        "How " + names.label(graph.levels().get(0), root.channel()) + " is made of lower concepts";
    Drawing drawing = new Drawing(width, height, title);
    drawing.head(24, 34, title, subtitle);
    Map<String, double[]> places = places(graph, inner);
    double largest =
        graph.edges().stream().mapToDouble(edge -> Math.abs(edge.share())).max().orElse(1);
    graph.edges().stream()
        .sorted((a, b) -> Double.compare(Math.abs(a.share()), Math.abs(b.share())))
        .forEach(edge -> edge(drawing, edge, largest, places));
    for (int level = 0; level < graph.levels().size(); level++) {
      double y = HEAD + level * (HEIGHT + LEVEL);
      drawing.text(24, y + 26, 13, LEFT - 34, graph.levels().get(level), "font-weight", "600");
      for (GraphNode node : of(graph, level)) {
        node(drawing, graph, node, places.get(key(level, node.channel())));
      }
    }
    labels(drawing, graph, places);
    return drawing.svg();
  }

  private static List<GraphNode> of(CompositionGraph graph, int level) {
    return graph.nodes().stream().filter(node -> node.level() == level).toList();
  }

  private static String key(int level, int channel) {
    return level + "/" + channel;
  }

  /** The top left corner of each node, levels centred. */
  private static Map<String, double[]> places(CompositionGraph graph, double inner) {
    Map<String, double[]> places = new HashMap<>();
    for (int level = 0; level < graph.levels().size(); level++) {
      List<GraphNode> nodes = of(graph, level);
      double row = nodes.size() * (NODE + BETWEEN) - BETWEEN;
      double x = LEFT + (inner - row) / 2;
      for (GraphNode node : nodes) {
        places.put(key(level, node.channel()), new double[] {x, HEAD + level * (HEIGHT + LEVEL)});
        x += NODE + BETWEEN;
      }
    }
    return places;
  }

  private static void edge(
      Drawing drawing, Edge edge, double largest, Map<String, double[]> places) {
    if (Math.abs(edge.share()) < SMALLEST) {
      return;
    }
    double[] from = places.get(key(edge.level(), edge.upper()));
    double[] to = places.get(key(edge.level() + 1, edge.lower()));
    double x1 = from[0] + NODE / 2;
    double y1 = from[1] + HEIGHT;
    double x2 = to[0] + NODE / 2;
    double bend = LEVEL / 2;
    String curve =
        "M%s %s C%s %s %s %s %s %s"
            .formatted(
                Drawing.number(x1),
                Drawing.number(y1),
                Drawing.number(x1),
                Drawing.number(y1 + bend),
                Drawing.number(x2),
                Drawing.number(to[1] - bend),
                Drawing.number(x2),
                Drawing.number(to[1]));
    drawing.path(
        curve,
        "fill",
        "none",
        "stroke",
        edge.share() > 0 ? "#d1332e" : "#2f62c9",
        "stroke-opacity",
        "0.62",
        "stroke-width",
        Drawing.number(Math.max(1, WIDEST * Math.abs(edge.share()) / largest)));
  }

  /** The share of the strongest line to each node, in words beside its end. */
  private static void labels(
      Drawing drawing, CompositionGraph graph, Map<String, double[]> places) {
    Map<String, Edge> strongest = new HashMap<>();
    for (Edge edge : graph.edges()) {
      strongest.merge(
          key(edge.level() + 1, edge.lower()),
          edge,
          (a, b) -> Math.abs(a.share()) >= Math.abs(b.share()) ? a : b);
    }
    strongest.forEach(
        (node, edge) -> {
          double[] at = places.get(node);
          double x = at[0] + NODE / 2;
          drawing.rectangle(
              x - 25, at[1] - 27, 50, 18, "rx", "9", "fill", "#ffffff", "fill-opacity", "0.92");
          drawing.text(
              x,
              at[1] - 14,
              11.5,
              Drawing.percent(edge.share()),
              "text-anchor",
              "middle",
              "fill",
              edge.share() > 0 ? "#a31f1b" : "#1f469a");
        });
  }

  private void node(Drawing drawing, CompositionGraph graph, GraphNode node, double[] at) {
    String layer = graph.levels().get(node.level());
    drawing.rectangle(
        at[0], at[1], NODE, HEIGHT, "rx", "8", "fill", "#f6f8fa", "stroke", "#c3ccd5");
    drawing.text(
        at[0] + 10,
        at[1] + 20,
        13,
        NODE - 66,
        names.label(layer, node.channel()),
        "font-weight",
        "600");
    drawing.text(
        at[0] + NODE - 10,
        at[1] + 20,
        12,
        Drawing.percent(node.share()),
        "fill",
        Drawing.QUIET,
        "text-anchor",
        "end");
    List<Reference> references =
        rankings.apply(layer).of(node.channel()).stream().limit(REFERENCES).toList();
    tiles.row(
        drawing, layer, node.channel(), criterion, references, at[0] + 10, at[1] + 34, TILE, GAP);
  }
}
