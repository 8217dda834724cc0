package org.xaistudy.stimuli.concept.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.concept.ConceptNames;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.Ranking;

/**
 * Channels placed by how alike they are, groups in colour, and what a group's channels do for some
 * classes: activation beside relevance (Fig. 5).
 */
public final class SimilarityFigure {
  private static final String[] COLOURS = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#882255", "#999933"
  };
  private static final double SIDE = 620;
  private static final double LEFT = 24;
  private static final double HEAD = 74;
  private static final double TILE = 58;
  private static final int GROUPS = 6;
  private static final int MEMBERS = 3;

  private final ConceptTiles tiles;
  private final ConceptNames names;
  private final String layer;
  private final Criterion criterion;
  private final Ranking ranking;

  /** What channels do for a class, means over its images. */
  public record ClassMeans(int number, double[] activation, double[] relevance) {}

  /** Draws similarities of one layer's channels. */
  public SimilarityFigure(
      ConceptTiles tiles, ConceptNames names, String layer, Criterion criterion, Ranking ranking) {
    this.tiles = tiles;
    this.names = names;
    this.layer = layer;
    this.criterion = criterion;
    this.ranking = ranking;
  }

  /**
   * Draws the map.
   *
   * @param places (C, 2)
   * @param clusters of each channel, the largest is 0
   * @return SVG
   */
  public String map(double[][] places, int[] clusters) {
    int shown = Math.min(GROUPS, sizes(clusters).length);
    double width = LEFT * 2 + SIDE + 40 + MEMBERS * (3 * (TILE + 3) + 22);
    double height = HEAD + Math.max(SIDE + 20, shown * (TILE + 56) + 10);
    Drawing drawing = new Drawing(width, height, "Similarity of channels of " + layer);
    drawing.head(
        LEFT,
        34,
        "Channels of " + layer + " by similarity",
        "t-SNE of 1 − ρ, ρ the mean cosine of activations over reference images; colours are groups"
            + " of similar channels");
    drawing.rectangle(LEFT, HEAD, SIDE, SIDE, "fill", "#f9fafb", "stroke", Drawing.RULE, "rx", "6");
    points(drawing, places, clusters);
    double x = LEFT + SIDE + 40;
    for (int group = 0; group < shown; group++) {
      group(drawing, clusters, group, x, HEAD + group * (TILE + 56));
    }
    return drawing.svg();
  }

  private void points(Drawing drawing, double[][] places, int[] clusters) {
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (double[] place : places) {
      for (int axis = 0; axis < 2; axis++) {
        low[axis] = Math.min(low[axis], place[axis]);
        high[axis] = Math.max(high[axis], place[axis]);
      }
    }
    int[] sizes = sizes(clusters);
    for (int c = 0; c < places.length; c++) {
      double x = LEFT + 26 + (SIDE - 52) * share(places[c][0], low[0], high[0]);
      double y = HEAD + 26 + (SIDE - 52) * share(places[c][1], low[1], high[1]);
      boolean alone = sizes[clusters[c]] == 1 || clusters[c] >= GROUPS;
      drawing.circle(
          x, y, 9, "fill", alone ? "#c3ccd5" : COLOURS[clusters[c]], "fill-opacity", "0.88");
      drawing.text(
          x,
          y + 3,
          8.5,
          Integer.toString(c),
          "text-anchor",
          "middle",
          "fill",
          alone ? Drawing.INK : "#ffffff");
    }
  }

  private static double share(double value, double low, double high) {
    return high == low ? 0.5 : (value - low) / (high - low);
  }

  private static int[] sizes(int[] clusters) {
    int[] sizes = new int[IntStream.of(clusters).max().orElse(-1) + 1];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    return sizes;
  }

  private void group(Drawing drawing, int[] clusters, int group, double x, double y) {
    List<Integer> members =
        IntStream.range(0, clusters.length).filter(c -> clusters[c] == group).boxed().toList();
    drawing.circle(x + 7, y + 9, 7, "fill", COLOURS[group]);
    String channels = members.size() == 1 ? "1 channel" : members.size() + " channels";
    drawing.text(x + 22, y + 14, 13, channels, "font-weight", "600");
    double at = x;
    for (int channel : members.subList(0, Math.min(MEMBERS, members.size()))) {
      drawing.text(
          at, y + 32, 11.5, 3 * (TILE + 3), names.label(layer, channel), "fill", Drawing.QUIET);
      at =
          tiles.row(
                  drawing,
                  layer,
                  channel,
                  criterion,
                  ranking.of(channel).stream().limit(3).toList(),
                  at,
                  y + 38,
                  TILE,
                  3)
              + 19;
    }
  }

  /**
   * Draws what similar channels do for classes: much the same activation, but not the same use.
   *
   * @param channels of one group
   * @return SVG
   */
  public String classes(
      List<Integer> channels, List<ClassMeans> classes, IntFunction<String> className) {
    double row = TILE + 22;
    double each = 250;
    double labels = 3 * (TILE + 3) + 130;
    Drawing drawing =
        new Drawing(
            LEFT * 2 + labels + classes.size() * each,
            HEAD + 36 + channels.size() * row + 14,
            "Activation and relevance of similar channels");
    drawing.head(
        LEFT,
        34,
        "Similar channels, different use",
        "Means over each class's images: activation in grey (pale where negative), relevance for the"
            + " class in red and blue; bars are shares of the largest of these channels");
    for (int k = 0; k < classes.size(); k++) {
      drawing.text(
          LEFT + labels + k * each,
          HEAD + 14,
          13.5,
          each - 20,
          className.apply(classes.get(k).number()),
          "font-weight",
          "600");
    }
    for (int i = 0; i < channels.size(); i++) {
      int channel = channels.get(i);
      double y = HEAD + 32 + i * row;
      drawing.text(LEFT, y + TILE / 2 + 4, 13, 116, names.label(layer, channel));
      tiles.row(
          drawing,
          layer,
          channel,
          criterion,
          ranking.of(channel).stream().limit(3).toList(),
          LEFT + 120,
          y,
          TILE,
          3);
      for (int k = 0; k < classes.size(); k++) {
        ClassMeans means = classes.get(k);
        double x = LEFT + labels + k * each;
        bar(drawing, x, y + 8, means.activation(), channel, channels, "#9aa5b1", "#dde3e9");
        bar(drawing, x, y + 32, means.relevance(), channel, channels, "#d1332e", "#2f62c9");
      }
    }
    return drawing.svg();
  }

  private static void bar(
      Drawing drawing,
      double x,
      double y,
      double[] values,
      int channel,
      List<Integer> among,
      String positive,
      String negative) {
    double largest = among.stream().mapToDouble(c -> Math.abs(values[c])).max().orElse(1);
    double length = largest == 0 ? 0 : 150 * Math.abs(values[channel]) / largest;
    drawing.rectangle(
        x,
        y,
        Math.max(1, length),
        18,
        "rx",
        "2",
        "fill",
        values[channel] >= 0 ? positive : negative);
    drawing.text(
        x + length + 6,
        y + 13,
        11.5,
        String.format(Locale.ROOT, "%.3g", values[channel]),
        "fill",
        Drawing.QUIET);
  }

  /** The channels of a group, at most {@code most}. */
  public static List<Integer> members(int[] clusters, int group, int most) {
    List<Integer> members = new ArrayList<>();
    for (int c = 0; c < clusters.length && members.size() < most; c++) {
      if (clusters[c] == group) {
        members.add(c);
      }
    }
    return members;
  }
}
