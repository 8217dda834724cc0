package org.xaistudy.stimuli.pixels;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
   * From {@code imagenet}, {@code none} or means and deviations such as {@code
   * 0.5,0.5,0.5/0.5,0.5,0.5}.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static Normalisation parse(String text) {
    if (text.equals("imagenet")) {
      return IMAGENET;
    } else if (text.equals("none")) {
      return new Normalisation(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), false);
    }
    String[] parts = text.split("/", -1);
    try {
      List<Double> means = numbers(parts[0]);
      List<Double> deviations = numbers(parts[parts.length - 1]);
      boolean sizes = parts.length == 2 && means.size() == 3 && deviations.size() == 3;
      if (sizes && deviations.stream().allMatch(deviation -> deviation > 0)) {
        return new Normalisation(means, deviations, false);
      }
    } catch (NumberFormatException e) {
      throw unknown(text, e);
    }
    throw unknown(text, null);
  }

  private static IllegalArgumentException unknown(
      String text, @Nullable NumberFormatException cause) {
    return new IllegalArgumentException(
        "a normalisation is imagenet, none or means/deviations such as 0.5,0.5,0.5/0.5,0.5,0.5,"
            + " not "
            + text,
        cause);
  }

  private static List<Double> numbers(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).map(Double::valueOf).toList();
  }

  /**
   * What a network sees.
   *
   * @param colours (3, H, W), red first, or grey (1, H, W), from 0 to 1
   * @return of the same shape
   */
  public Tensor apply(Tensor colours) {
    float[] from = colours.values();
    float[] values = new float[from.length];
    int channels = colours.shape()[0];
    int plane = from.length / channels;
    for (int channel = 0; channel < channels; channel++) {
      int colour = blueFirst && channels == 3 ? 2 - channel : channel;
      float least = mean.get(colour).floatValue();
      float scale = deviation.get(colour).floatValue();
      for (int p = 0; p < plane; p++) {
        values[channel * plane + p] = (from[colour * plane + p] - least) / scale;
      }
    }
    return new Tensor(values, colours.shape());
  }

  /** The colours, red first, that {@link #apply} made this of. */
  public Tensor undo(Tensor normalised) {
    float[] values = new float[normalised.values().length];
    int channels = normalised.shape()[0];
    int plane = values.length / channels;
    for (int channel = 0; channel < channels; channel++) {
      int colour = blueFirst && channels == 3 ? 2 - channel : channel;
      for (int p = 0; p < plane; p++) {
        values[colour * plane + p] =
            normalised.values()[channel * plane + p] * deviation.get(colour % 3).floatValue()
                + mean.get(colour % 3).floatValue();
      }
    }
    return new Tensor(values, normalised.shape());
  }
}
