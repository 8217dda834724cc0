package org.xaistudy.stimuli.dataset.birds;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.xaistudy.stimuli.dataset.ImageSample;

/**
 * A drawn bird. The same seed, class, split and number always give the same picture.
 *
 * @param kind its class
 * @param split {@code train} or {@code test}
 * @param number from 0, within class and split
 * @param seed of the data set
 */
public record BirdSample(BirdClass kind, String split, int number, long seed)
    implements ImageSample {
  @Override
  public String id() {
    return split + "/" + kind.id() + "/" + number;
  }

  @Override
  public int label() {
    return List.of(BirdClass.values()).indexOf(kind);
  }

  @Override
  public BufferedImage image(int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = smooth(image);
    SplittableRandom random = random();
    Background.draw(g, random);
    new Bird(kind, random).draw(g);
    g.dispose();
    return image;
  }

  /**
   * Where a part is seen.
   *
   * @param side pixels
   * @return row by row, the pixels of which at least half show the part
   */
  public boolean[] mask(BirdPart part, int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = smooth(image);
    SplittableRandom random = random();
    // The background draws first from the same source, so that the bird is the same as in image().
    Background.draw(smooth(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)), random);
    g.setColor(java.awt.Color.WHITE);
    g.fill(new Bird(kind, random).shape(part));
    g.dispose();
    boolean[] mask = new boolean[side * side];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = image.getRaster().getSample(i % side, i / side, 0) >= 128;
    }
    return mask;
  }

  private SplittableRandom random() {
    return new SplittableRandom(
        seed * 1_000_003L + Objects.hash(kind.id(), split, number) * 2_654_435_761L);
  }

  /** A canvas whose coordinates run from 0 to 1. */
  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    g.scale(image.getWidth(), image.getHeight());
    return g;
  }
}
