package org.xaistudy.stimuli.explanation;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.xaistudy.stimuli.model.ReceptiveField;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.render.Curve;
import org.xaistudy.stimuli.render.Palette;
import org.xaistudy.stimuli.render.Tiles;
import org.xaistudy.studies.Text;

/** A signal as a curve twice as wide as high; what is said of its parts is said by the line. */
public final class DrawnCurve implements Depiction {
  private static final int HEIGHT = Explainer.SIDE / 2;
  private static final int TILE_WIDTH = 264;
  private static final int TILE_HEIGHT = 176;

  private static final Color RULE = new Color(0xd5dce3);

  private final Curve curve;

  /** A curve. */
  public DrawnCurve(Curve curve) {
    this.curve = curve;
  }

  /** How to read the colours of a curve, in words for participants. */
  public static Text reading() {
    Map<String, String> byLanguage = new LinkedHashMap<>(); // in one order, whatever the run
    byLanguage.put(
        "en",
        "The picture is a curve here, and its line is coloured itself: where the line is grey and"
            + " thin, the curve had no influence.");
    byLanguage.put(
        "de",
        "Das Bild ist hier eine Kurve, und ihre Linie selbst ist gefärbt: Wo sie grau und dünn ist,"
            + " hatte die Kurve keinen Einfluss.");
    byLanguage.put(
        "fr",
        "L’image est ici une courbe, et c’est sa ligne qui est colorée : là où elle est grise et"
            + " fine, la courbe n’a eu aucune influence.");
    return new Text(byLanguage);
  }

  @Override
  public BufferedImage whole() {
    return curve.plain(Explainer.SIDE, HEIGHT);
  }

  @Override
  public Function<Palette, BufferedImage> heatMap(Tensor map) {
    return curve.coloured(map, Explainer.SIDE, HEIGHT);
  }

  /** The masked curve under the coloured one, so that the same times stand above each other. */
  @Override
  public Function<Palette, BufferedImage> localised(Tensor map, Tensor margin) {
    BufferedImage masked = curve.masked(margin, curve.whole(), Explainer.SIDE, HEIGHT);
    Function<Palette, BufferedImage> coloured = heatMap(map);
    return palette -> Tiles.layOut(List.of(coloured.apply(palette), masked), 2);
  }

  @Override
  public Detail detail(ReceptiveField field, int row, int column, Tensor margin) {
    int length = margin.values().length;
    ReceptiveField.Area seen = field.of(row, column, 1, length);
    float[] inside = Arrays.copyOfRange(margin.values(), seen.x(), seen.x() + seen.width());
    Curve.Frame frame = new Curve.Frame(seen.x(), (double) seen.x() + seen.width());
    return new Detail(
        framed(curve.masked(margin, frame, TILE_WIDTH, TILE_HEIGHT)),
        Depiction.isEmpty(new Tensor(inside, inside.length)));
  }

  /** Curves on white would run into each other. */
  private static BufferedImage framed(BufferedImage tile) {
    Graphics2D g = tile.createGraphics();
    g.setColor(RULE);
    g.drawRect(0, 0, tile.getWidth() - 1, tile.getHeight() - 1);
    g.dispose();
    return tile;
  }
}
