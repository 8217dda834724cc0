package org.xaistudy.stimuli.concept.figure;

import java.util.List;
import org.xaistudy.stimuli.concept.ConceptNames;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.Ranking;
import org.xaistudy.stimuli.concept.Reference;

/** Reference images of channels, a row each (Achtibat et al. 2023, Fig. 2 and 3a). */
public final class SheetFigure {
  private static final double TILE = 104;
  private static final double GAP = 6;
  private static final double LEFT = 24;
  private static final double HEAD = 64;
  private static final double LABEL = 34;

  private SheetFigure() {}

  /**
   * Draws a sheet.
   *
   * @param ranking the layer's references by {@code criterion}
   * @param count references shown of each channel
   * @param what says whose relevance it is, for the subtitle
   * @return SVG
   */
  public static String svg(
      ConceptTiles tiles,
      ConceptNames names,
      String layer,
      List<Integer> channels,
      Ranking ranking,
      Criterion criterion,
      int count,
      String what) {
    int columns = Math.min(count, 8);
    int rows = (count + columns - 1) / columns;
    double width = LEFT * 2 + Math.max(6, columns) * (TILE + GAP) - GAP;
    double each = LABEL + rows * (TILE + GAP) + 10;
    Drawing drawing =
        new Drawing(width, HEAD + channels.size() * each + 14, "Reference images of " + layer);
    drawing.head(LEFT, 34, "What channels of " + layer + " stand for", what);
    double y = HEAD;
    for (int channel : channels) {
      List<Reference> references = ranking.of(channel).stream().limit(count).toList();
      drawing.line(LEFT, y + 4, width - LEFT, y + 4, "stroke", Drawing.RULE);
      drawing.text(LEFT, y + 25, 14, names.label(layer, channel), "font-weight", "600");
      if (!references.isEmpty()) {
        drawing.text(
            width - LEFT,
            y + 25,
            12,
            "largest " + criterion + " " + brief(references.get(0).value()),
            "fill",
            Drawing.QUIET,
            "text-anchor",
            "end");
      }
      for (int row = 0; row < rows; row++) {
        int from = Math.min(references.size(), row * columns);
        int to = Math.min(references.size(), from + columns);
        tiles.row(
            drawing,
            layer,
            channel,
            criterion,
            references.subList(from, to),
            LEFT,
            y + LABEL + row * (TILE + GAP),
            TILE,
            GAP);
      }
      y += each;
    }
    return drawing.svg();
  }

  private static String brief(double value) {
    return String.format(java.util.Locale.ROOT, "%.3g", value);
  }
}
