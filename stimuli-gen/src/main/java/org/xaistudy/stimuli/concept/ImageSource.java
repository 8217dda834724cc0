package org.xaistudy.stimuli.concept;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.document.Sha256;

/** Images, or signals as images one row high, among which references are sought. */
public interface ImageSource {
  /** How many there are. */
  int count();

  /** Those from {@code from} to before {@code to} as the model sees them, (n, C, H, W). */
  Tensor inputs(int from, int to);

  /** The true class of each, or an empty list where nobody knows. */
  List<Integer> labels();

  /** The classes' names, by number; may be empty. */
  List<String> classes();

  /** What people call an image. */
  String name(int image);

  /**
   * An image for people, as the model sees it.
   *
   * @param scale picture pixels per pixel of the model's input
   */
  BufferedImage display(int image, int scale);

  /** What is drawn as a curve instead, (C, 1, L), where the images are signals. */
  default Optional<Tensor> signal(int image) {
    return Optional.empty();
  }

  /** One image as a batch. */
  default Tensor input(int image) {
    return inputs(image, image + 1);
  }

  /**
   * A checksum that tells these images from others: of their names and classes, and of what the
   * model sees of the first, the middle and the last one.
   */
  default String fingerprint() {
    StringBuilder text = new StringBuilder().append(labels()).append(classes());
    for (int i = 0; i < count(); i++) {
      text.append(name(i)).append('\n');
    }
    for (int i : new int[] {0, count() / 2, count() - 1}) {
      text.append(Arrays.hashCode(input(i).values())).append('\n');
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
