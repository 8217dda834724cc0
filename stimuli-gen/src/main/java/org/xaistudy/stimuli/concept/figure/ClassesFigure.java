package org.xaistudy.stimuli.concept.figure;

import java.util.List;
import java.util.function.IntFunction;
import org.xaistudy.stimuli.concept.ClassUse;
import org.xaistudy.stimuli.concept.ConceptNames;
import org.xaistudy.stimuli.concept.Criterion;

/** The classes that use a channel most, with their reference images (Fig. 4b). */
public final class ClassesFigure {
  private static final double LEFT = 24;
  private static final double HEAD = 74;
  private static final double TILE = 84;
  private static final double GAP = 6;
  private static final double NAME = 170;
  private static final double BAR = 190;

  private ClassesFigure() {}

  /**
   * Draws the classes.
   *
   * @param uses largest mean first
   * @return SVG
   */
  public static String svg(
      ConceptTiles tiles,
      ConceptNames names,
      String layer,
      int channel,
      Criterion criterion,
      List<ClassUse> uses,
      IntFunction<String> className) {
    int columns = uses.stream().mapToInt(use -> use.references().size()).max().orElse(1);
    double width = LEFT * 2 + NAME + BAR + 20 + columns * (TILE + GAP);
    Drawing drawing =
        new Drawing(width, HEAD + uses.size() * (TILE + 18) + 14, "Classes that use a channel");
    drawing.head(
        LEFT,
        34,
        "Which classes use " + names.label(layer, channel),
        layer
            + "; bars are the mean "
            + criterion
            + " over a class's images, tiles its strongest images, masked by their conditional maps");
    double largest = uses.stream().mapToDouble(use -> Math.abs(use.mean())).max().orElse(1);
    double y = HEAD;
    for (ClassUse use : uses) {
      double middle = y + TILE / 2;
      drawing.text(
          LEFT, middle + 5, 14, NAME - 10, className.apply(use.number()), "font-weight", "600");
      double length = largest == 0 ? 0 : (BAR - 64) * Math.abs(use.mean()) / largest;
      drawing.rectangle(
          LEFT + NAME,
          middle - 9,
          Math.max(1, length),
          18,
          "rx",
          "2",
          "fill",
          use.mean() >= 0 ? "#d1332e" : "#2f62c9");
      drawing.text(
          LEFT + NAME + length + 7,
          middle + 4,
          12,
          String.format(java.util.Locale.ROOT, "%.3g", use.mean()),
          "fill",
          Drawing.QUIET);
      tiles.row(
          drawing,
          layer,
          channel,
          criterion,
          use.references(),
          LEFT + NAME + BAR + 20,
          y,
          TILE,
          GAP);
      y += TILE + 18;
    }
    return drawing.svg();
  }
}
