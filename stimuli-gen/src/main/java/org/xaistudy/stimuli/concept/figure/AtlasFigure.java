package org.xaistudy.stimuli.concept.figure;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xaistudy.stimuli.concept.Atlas;
import org.xaistudy.stimuli.concept.ConceptNames;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.Ranking;
import org.xaistudy.stimuli.render.Curve;
import org.xaistudy.stimuli.shapley.Segments;

/** A concept atlas over its image, with a legend of reference images. */
public final class AtlasFigure {
  /** Distinct hues that stay apart for the colour-blind: Okabe and Ito's, then Tol's. */
  private static final int[] HUES = {
    0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7, 0x882255, 0x44aa99,
    0x999933, 0x332288, 0xaa4499
  };

  private static final int OTHER = 0x9aa5b1;
  private static final double PANEL = 300;
  private static final int PIXELS = 600;
  private static final double GAP = 18;
  private static final double LEFT = 24;
  private static final double HEAD = 68;
  private static final double TILE = 56;
  private static final int REFERENCES = 5;

  private final ConceptTiles tiles;
  private final ConceptNames names;
  private final String layer;
  private final Criterion criterion;
  private final Ranking ranking;

  /** Draws atlases of one layer. */
  public AtlasFigure(
      ConceptTiles tiles, ConceptNames names, String layer, Criterion criterion, Ranking ranking) {
    this.tiles = tiles;
    this.names = names;
    this.layer = layer;
    this.criterion = criterion;
    this.ranking = ranking;
  }

  /**
   * Draws an atlas.
   *
   * @param image its number
   * @param title what is explained
   * @return SVG
   */
  public String svg(Atlas atlas, int image, String title) {
    List<Integer> channels = channels(atlas);
    BufferedImage plain = tiles.whole(image, PIXELS);
    double height = PANEL * plain.getHeight() / plain.getWidth();
    double width = LEFT * 2 + 4 * PANEL + 3 * GAP;
    int columns = 3;
    int rows = (channels.size() + columns - 1) / columns;
    double legend = HEAD + height + 44;
    Drawing drawing =
        new Drawing(width, legend + 24 + rows * (TILE + 38) + 16, "Concept atlas of " + layer);
    drawing.head(
        LEFT, 34, title, "Which channel of " + layer + " is most relevant in each superpixel");
    String[] captions = {"image", "heat map of the decision", "most relevant", "second"};
    List<BufferedImage> pictures =
        List.of(
            plain,
            tiles.map(layer, null, image, PIXELS),
            overlay(atlas, 0, image, plain, channels),
            overlay(atlas, 1, image, plain, channels));
    for (int i = 0; i < pictures.size(); i++) {
      double x = LEFT + i * (PANEL + GAP);
      drawing.picture(pictures.get(i), x, HEAD, PANEL, height);
      drawing.rectangle(x, HEAD, PANEL, height, "fill", "none", "stroke", Drawing.RULE);
      drawing.text(x, HEAD + height + 18, 12.5, captions[i], "fill", Drawing.QUIET);
    }
    legend(drawing, atlas, channels, legend, columns, width);
    return drawing.svg();
  }

  /** The channels with colours of their own: those of most pixels, of either rank. */
  private static List<Integer> channels(Atlas atlas) {
    List<Integer> first = atlas.channels(0);
    Set<Integer> shown = new LinkedHashSet<>(first.subList(0, Math.min(8, first.size())));
    for (int channel : atlas.channels(1)) {
      if (shown.size() < HUES.length) {
        shown.add(channel);
      }
    }
    return new ArrayList<>(shown);
  }

  private BufferedImage overlay(
      Atlas atlas, int rank, int image, BufferedImage plain, List<Integer> channels) {
    Segments segments = atlas.segments();
    Map<Integer, Integer> hues = new HashMap<>();
    for (int i = 0; i < channels.size(); i++) {
      hues.put(channels.get(i), HUES[i]);
    }
    int[] colours = new int[segments.count()];
    for (int s = 0; s < colours.length; s++) {
      colours[s] = hues.getOrDefault(atlas.channel(s, rank), OTHER);
    }
    Optional<Curve> curve = tiles.curve(image);
    return curve.isPresent()
        ? curve
            .get()
            .painted(time -> colours[segments.labels()[time]], plain.getWidth(), plain.getHeight())
        : overlay(segments, colours, plain);
  }

  private static BufferedImage overlay(Segments segments, int[] colours, BufferedImage plain) {
    int scale = plain.getWidth() / segments.width();
    BufferedImage image =
        new BufferedImage(plain.getWidth(), plain.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < plain.getHeight(); y++) {
      for (int x = 0; x < plain.getWidth(); x++) {
        int segment = label(segments, x / scale, y / scale);
        boolean edge =
            segment != label(segments, (x + 1) / scale, y / scale)
                || segment != label(segments, x / scale, (y + 1) / scale);
        image.setRGB(x, y, edge ? 0xffffff : mixed(plain.getRGB(x, y), colours[segment]));
      }
    }
    return image;
  }

  private static int label(Segments segments, int x, int y) {
    int column = Math.min(x, segments.width() - 1);
    int row = Math.min(y, segments.height() - 1);
    return segments.labels()[row * segments.width() + column];
  }

  /** The hue over the image's grey, so that both can be seen. */
  private static int mixed(int rgb, int hue) {
    double grey = 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      mixed |= (int) Math.round(0.38 * grey + 0.62 * (hue >> shift & 0xff)) << shift;
    }
    return mixed;
  }

  private void legend(
      Drawing drawing, Atlas atlas, List<Integer> channels, double top, int columns, double width) {
    int[] sizes = atlas.segments().sizes();
    double pixels = atlas.segments().labels().length;
    double column = (width - 2 * LEFT + GAP) / columns;
    drawing.text(LEFT, top + 8, 13, "Concepts by their reference images", "font-weight", "600");
    for (int i = 0; i < channels.size(); i++) {
      int channel = channels.get(i);
      double area = 0;
      for (int s = 0; s < sizes.length; s++) {
        area += atlas.channel(s, 0) == channel ? sizes[s] / pixels : 0;
      }
      double x = LEFT + i % columns * column;
      int row = i / columns;
      double y = top + 24 + row * (TILE + 38);
      drawing.rectangle(x, y, 16, 16, "rx", "3", "fill", String.format("#%06x", HUES[i]));
      drawing.text(x + 23, y + 13, 13, column - 130, names.label(layer, channel));
      drawing.text(
          x + column - GAP - 4,
          y + 13,
          12,
          area == 0 ? "second only" : Drawing.percent(area) + " of the image",
          "fill",
          Drawing.QUIET,
          "text-anchor",
          "end");
      tiles.row(
          drawing,
          layer,
          channel,
          criterion,
          ranking.of(channel).stream().limit(REFERENCES).toList(),
          x,
          y + 23,
          TILE,
          4);
    }
  }
}
