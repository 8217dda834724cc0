package org.xaistudy.stimuli.concept;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.UnaryOperator;
import org.xaistudy.stimuli.dataset.ImageSample;
import org.xaistudy.stimuli.dataset.Sample;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.pixels.Normalisation;
import org.xaistudy.stimuli.pixels.Pixels;

/** Images of a data set, read or drawn when they are needed. */
public final class SampleSource implements ImageSource {
  private final List<ImageSample> samples;
  private final List<String> classes;
  private final int[] shape;
  private final Normalisation normalisation;
  private final Artefact artefact;

  /** What is done to an image before a model sees it. */
  public interface Artefact {
    /** The image that the model sees of a class. */
    BufferedImage on(BufferedImage image, int label);
  }

  /**
   * A source.
   *
   * @param classes their names; empty: the samples' labels mean nothing
   * @param shape (C, H, W) of the model's input, C being 3 or 1
   */
  public SampleSource(
      List<? extends Sample> samples,
      List<String> classes,
      int[] shape,
      Normalisation normalisation,
      Artefact artefact) {
    if (shape[0] != 3 && shape[0] != 1) {
      throw new IllegalArgumentException(
          "the model takes images of " + shape[0] + " channels: give them as an array");
    }
    this.samples = samples.stream().map(ImageSample.class::cast).toList();
    this.classes = List.copyOf(classes);
    this.shape = shape.clone();
    this.normalisation = normalisation;
    this.artefact = artefact;
  }

  @Override
  public int count() {
    return samples.size();
  }

  @Override
  public Tensor inputs(int from, int to) {
    UnaryOperator<Tensor> seen = shape[0] == 1 ? SampleSource::grey : UnaryOperator.identity();
    return Tensor.stack(
        java.util.stream.IntStream.range(from, to)
            .parallel()
            .mapToObj(image -> normalisation.apply(seen.apply(Pixels.of(display(image, 1)))))
            .toList());
  }

  private static Tensor grey(Tensor colours) {
    int[] shape = colours.shape();
    int plane = shape[1] * shape[2];
    Tensor grey = Tensor.zeros(1, shape[1], shape[2]);
    float[] v = colours.values();
    for (int p = 0; p < plane; p++) {
      grey.values()[p] = 0.299f * v[p] + 0.587f * v[plane + p] + 0.114f * v[2 * plane + p];
    }
    return grey;
  }

  @Override
  public List<Integer> labels() {
    return classes.isEmpty() ? List.of() : samples.stream().map(Sample::label).toList();
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public String name(int image) {
    return samples.get(image).id();
  }

  @Override
  public BufferedImage display(int image, int scale) {
    int height = shape[1] * scale;
    int width = shape[2] * scale;
    int side = Math.max(height, width);
    ImageSample sample = samples.get(image);
    BufferedImage square = artefact.on(sample.image(side), sample.label());
    return height == width
        ? square
        : square.getSubimage((side - width) / 2, (side - height) / 2, width, height);
  }
}
