package org.xaistudy.stimuli.explanation;

import java.awt.image.BufferedImage;
import org.xaistudy.stimuli.model.Tensor;

/** The images among which a model's reference images are sought: those it was trained on. */
public interface ReferencePool {
  /** All images as the model saw them, (N, C, H, W), normalised. */
  Tensor inputs();

  /** Their true classes. */
  int[] labels();

  /** An image as the model saw it, for people, square. */
  BufferedImage display(int image, int side);
}
