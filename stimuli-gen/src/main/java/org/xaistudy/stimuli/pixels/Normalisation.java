package org.xaistudy.stimuli.pixels;

import java.util.List;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.Models;

/**
 * How colours become a network's input: (colour − mean) / deviation for each of red, green, blue.
 *
 * @param mean of red, green, blue, which a network sees as zero
 * @param deviation of red, green, blue
 * @param blueFirst whether the network's channels are blue, green, red
 */
public record Normalisation(List<Double> mean, List<Double> deviation, boolean blueFirst) {
  /** The colours' means and standard deviations over ImageNet. */
  public static final Normalisation IMAGENET =
      new Normalisation(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225), false);

  /** Copies the lists. */
  public Normalisation {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
  }

  /** What the models of a study expect; {@link #IMAGENET} unless they say otherwise. */
  public static Normalisation of(Models models) {
    return models
        .input()
        .map(
            input ->
                new Normalisation(
                    input.mean(),
                    input.std(),
                    input.channels().equals(java.util.Optional.of(Models.Channels.BGR))))
        .orElse(IMAGENET);
  }

  /**
   * What a network sees.
   *
   * @param colours (3, H, W), red first, from 0 to 1
   * @return (3, H, W)
   */
  public Tensor apply(Tensor colours) {
    float[] from = colours.values();
    float[] values = new float[from.length];
    int plane = from.length / 3;
    for (int channel = 0; channel < 3; channel++) {
      int colour = blueFirst ? 2 - channel : channel;
      float least = mean.get(colour).floatValue();
      float scale = deviation.get(colour).floatValue();
      for (int p = 0; p < plane; p++) {
        values[channel * plane + p] = (from[colour * plane + p] - least) / scale;
      }
    }
    return new Tensor(values, colours.shape());
  }
}
