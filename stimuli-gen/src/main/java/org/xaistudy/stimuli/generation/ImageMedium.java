package org.xaistudy.stimuli.generation;

import java.awt.image.BufferedImage;
import org.xaistudy.stimuli.artefact.Planting;
import org.xaistudy.stimuli.dataset.ImageSample;
import org.xaistudy.stimuli.dataset.Sample;
import org.xaistudy.stimuli.explanation.Depiction;
import org.xaistudy.stimuli.explanation.DrawnImage;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.pixels.Normalisation;
import org.xaistudy.stimuli.pixels.Pixels;
import org.xaistudy.studies.Models;

/**
 * Square images, into which the artefact is planted at the resolution in which they are seen.
 *
 * @param side of what models see, pixels
 * @param planting the artefact
 */
record ImageMedium(int side, Normalisation normalisation, Planting planting) implements Medium {
  ImageMedium(int side, Models models, Planting planting) {
    this(side, Normalisation.of(models), planting);
  }

  @Override
  public Tensor values(Sample sample, boolean planted) {
    return Pixels.of(image(sample, planted, side));
  }

  @Override
  public Tensor input(Tensor values) {
    return normalisation.apply(values);
  }

  @Override
  public Depiction depiction(Sample sample, boolean planted) {
    return new DrawnImage(pixels -> image(sample, planted, pixels));
  }

  private BufferedImage image(Sample sample, boolean planted, int pixels) {
    if (!(sample instanceof ImageSample drawn)) {
      throw new IllegalArgumentException(sample.id() + " is not an image");
    }
    BufferedImage image = drawn.image(pixels);
    return planted ? planting.plant(image) : image;
  }

  @Override
  public boolean[] mask() {
    return planting.mask(side);
  }
}
