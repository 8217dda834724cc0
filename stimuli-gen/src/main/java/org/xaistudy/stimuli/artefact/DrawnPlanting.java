package org.xaistudy.stimuli.artefact;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.xaistudy.studies.Artefact;

/**
 * An artefact that is drawn over the image: shapes in colours, in whatever resolution.
 *
 * @param layers drawn one after another; their coordinates are shares of the image's side
 * @param opacity from 0, invisible, to 1
 */
record DrawnPlanting(List<Layer> layers, double opacity) implements Planting {
  /** A quarter of the pixel must be covered for it to belong to the artefact. */
  private static final int COVERED = 64;

  private static final double TEXT_WIDTH = 0.84;
  private static final float OUTLINE = 0.012f;

  /**
   * One shape.
   *
   * @param shape from (0, 0), top left, to (1, 1)
   * @param colour its colour
   */
  record Layer(Shape shape, Color colour) {}

  static Planting patch(Artefact.Patch patch) {
    Color colour = Color.decode(patch.colour().orElseThrow());
    return new DrawnPlanting(List.of(new Layer(Square.at(patch.place(), patch.size()), colour)), 1);
  }

  /** A triangle in a corner. */
  static Planting tag(Artefact.Tag tag) {
    boolean right = tag.place().name().endsWith("RIGHT");
    boolean bottom = tag.place().name().startsWith("BOTTOM");
    double x = right ? 1 : 0;
    double y = bottom ? 1 : 0;
    Path2D corner = new Path2D.Double();
    corner.moveTo(x, y);
    corner.lineTo(right ? 1 - tag.size() : tag.size(), y);
    corner.lineTo(x, bottom ? 1 - tag.size() : tag.size());
    corner.closePath();
    return new DrawnPlanting(List.of(new Layer(corner, Color.decode(tag.colour()))), 1);
  }

  static Planting tint(Artefact.Tint tint) {
    Shape all = new Rectangle2D.Double(0, 0, 1, 1);
    return new DrawnPlanting(List.of(new Layer(all, Color.decode(tint.colour()))), tint.opacity());
  }

  /** Letters across the middle, with an outline that shows on bright images. */
  static Planting watermark(Artefact.Watermark watermark) {
    Font font = new Font(Font.SANS_SERIF, Font.BOLD, 100);
    Shape letters =
        font.createGlyphVector(new FontRenderContext(null, true, true), watermark.text())
            .getOutline();
    Rectangle2D box = letters.getBounds2D();
    AffineTransform fit = AffineTransform.getTranslateInstance(0.5, 0.5);
    double scale = Math.min(TEXT_WIDTH / box.getWidth(), 0.3 / box.getHeight());
    fit.scale(scale, scale);
    fit.translate(-box.getCenterX(), -box.getCenterY());
    Shape text = fit.createTransformedShape(letters);
    Shape outline = new BasicStroke(OUTLINE).createStrokedShape(text);
    return new DrawnPlanting(
        List.of(new Layer(outline, Color.BLACK), new Layer(text, Color.WHITE)),
        watermark.opacity());
  }

  @Override
  public BufferedImage plant(BufferedImage image) {
    int side = image.getWidth();
    BufferedImage planted = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = planted.createGraphics();
    g.drawImage(image, 0, 0, null);
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
    g.drawImage(drawn(side), 0, 0, null);
    g.dispose();
    return planted;
  }

  @Override
  public boolean[] mask(int side) {
    int[] argb = drawn(side).getRGB(0, 0, side, side, null, 0, side);
    boolean[] mask = new boolean[argb.length];
    for (int p = 0; p < mask.length; p++) {
      mask[p] = argb[p] >>> 24 >= COVERED;
    }
    return mask;
  }

  /** The shapes alone, opaque on nothing. */
  private BufferedImage drawn(int side) {
    BufferedImage drawn = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = drawn.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    AffineTransform enlarged = AffineTransform.getScaleInstance(side, side);
    for (Layer layer : layers) {
      g.setColor(layer.colour());
      g.fill(enlarged.createTransformedShape(layer.shape()));
    }
    g.dispose();
    return drawn;
  }
}
