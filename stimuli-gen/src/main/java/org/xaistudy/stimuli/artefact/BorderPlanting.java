package org.xaistudy.stimuli.artefact;

import java.awt.image.BufferedImage;
import org.xaistudy.stimuli.pixels.Pixels;
import org.xaistudy.stimuli.pixels.Resampling;

/**
 * A black border as the 2023 study planted it: the image is padded with black by a share of its
 * side and resized back, so that nothing of it is lost. There it was {@code Pad(10)} and {@code
 * Resize(224)} on images of 224 pixels.
 *
 * @param width the padding as a share of the image's side
 */
public record BorderPlanting(double width) implements Planting {
  @Override
  public BufferedImage plant(BufferedImage image) {
    int side = image.getWidth();
    return Pixels.image(Resampling.TRIANGLE.resize(Pixels.of(image), side, width * side));
  }

  @Override
  public boolean[] mask(int side) {
    double thickness = width * side / (1 + 2 * width);
    boolean[] mask = new boolean[side * side];
    for (int i = 0; i < mask.length; i++) {
      int x = i % side;
      int y = i / side;
      mask[i] = outside(x + 0.5, thickness, side) || outside(y + 0.5, thickness, side);
    }
    return mask;
  }

  private static boolean outside(double centre, double thickness, int side) {
    return centre < thickness || centre > side - thickness;
  }
}
