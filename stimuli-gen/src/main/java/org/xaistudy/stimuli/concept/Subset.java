package org.xaistudy.stimuli.concept;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Some images of another source.
 *
 * @param images their numbers there
 */
public record Subset(ImageSource whole, List<Integer> images) implements ImageSource {
  /** Copies the list. */
  public Subset {
    images = List.copyOf(images);
  }

  @Override
  public int count() {
    return images.size();
  }

  @Override
  public Tensor inputs(int from, int to) {
    List<Tensor> each = new ArrayList<>();
    for (int image : images.subList(from, to)) {
      each.add(whole.input(image));
    }
    return Tensor.join(each);
  }

  @Override
  public List<Integer> labels() {
    List<Integer> labels = whole.labels();
    return labels.isEmpty() ? labels : images.stream().map(labels::get).toList();
  }

  @Override
  public List<String> classes() {
    return whole.classes();
  }

  @Override
  public String name(int image) {
    return whole.name(images.get(image));
  }

  @Override
  public BufferedImage display(int image, int scale) {
    return whole.display(images.get(image), scale);
  }

  @Override
  public Optional<Tensor> signal(int image) {
    return whole.signal(images.get(image));
  }
}
