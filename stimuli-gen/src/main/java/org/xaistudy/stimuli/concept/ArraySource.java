package org.xaistudy.stimuli.concept;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.pixels.Normalisation;
import org.xaistudy.stimuli.pixels.Pixels;

/** Images or signals that are there as an array. */
public final class ArraySource implements ImageSource {
  private final Tensor images;
  private final List<Integer> labels;
  private final Optional<Normalisation> normalisation;
  private final List<String> classes;
  private final List<String> names;

  /**
   * A source.
   *
   * @param images (N, C, H, W), normalised
   * @param labels their classes, or none
   * @param normalisation what was done to their colours; empty where nobody knows, then each is
   *     shown from its smallest value to its largest
   */
  public ArraySource(Tensor images, List<Integer> labels, Optional<Normalisation> normalisation) {
    this(images, labels, normalisation, List.of(), List.of());
  }

  private ArraySource(
      Tensor images,
      List<Integer> labels,
      Optional<Normalisation> normalisation,
      List<String> classes,
      List<String> names) {
    this.images = images;
    this.labels = List.copyOf(labels);
    this.normalisation = normalisation;
    this.classes = List.copyOf(classes);
    this.names = List.copyOf(names);
    if (images.shape().length != 4) {
      throw new IllegalArgumentException("images are (N, C, H, W), these are " + images);
    }
    if (!labels.isEmpty() && labels.size() != count()) {
      throw new IllegalArgumentException(
          labels.size() + " labels do not match " + count() + " images");
    }
  }

  /** These with what people call their classes and each of them. */
  public ArraySource called(List<String> ofClasses, List<String> ofEach) {
    return new ArraySource(images, labels, normalisation, ofClasses, ofEach);
  }

  @Override
  public int count() {
    return images.shape()[0];
  }

  @Override
  public Tensor inputs(int from, int to) {
    return images.range(from, to);
  }

  @Override
  public List<Integer> labels() {
    return labels;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public String name(int image) {
    return names.isEmpty() ? kind() + " " + image : names.get(image);
  }

  private String kind() {
    return signal(0).isPresent() ? "signal" : "image";
  }

  @Override
  public Optional<Tensor> signal(int image) {
    return images.shape()[2] == 1 ? Optional.of(images.slice(image)) : Optional.empty();
  }

  @Override
  public BufferedImage display(int image, int scale) {
    Tensor input = images.slice(image);
    Tensor colours =
        normalisation.map(known -> known.undo(input)).orElseGet(() -> stretched(input));
    return enlarged(Pixels.image(rgb(colours)), scale);
  }

  /** The first three channels as red, green and blue, or the first as grey. */
  private static Tensor rgb(Tensor colours) {
    int[] shape = colours.shape();
    int plane = shape[1] * shape[2];
    Tensor rgb = Tensor.zeros(3, shape[1], shape[2]);
    for (int c = 0; c < 3; c++) {
      int from = shape[0] >= 3 ? c * plane : 0;
      System.arraycopy(colours.values(), from, rgb.values(), c * plane, plane);
    }
    return rgb;
  }

  private static Tensor stretched(Tensor input) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float value : input.values()) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    float[] values = input.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = high == low ? 0.5f : (values[i] - low) / (high - low);
    }
    return new Tensor(values, input.shape());
  }

  private static BufferedImage enlarged(BufferedImage image, int scale) {
    BufferedImage large =
        new BufferedImage(
            image.getWidth() * scale, image.getHeight() * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = large.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, 0, 0, large.getWidth(), large.getHeight(), null);
    g.dispose();
    return large;
  }
}
