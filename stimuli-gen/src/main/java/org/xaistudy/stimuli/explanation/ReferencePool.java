package org.xaistudy.stimuli.explanation;

import org.xaistudy.stimuli.model.Tensor;

/** The images among which a model's reference images are sought: those it was trained on. */
public interface ReferencePool {
  /** All images as the model saw them, (N, C, H, W), normalised. */
  Tensor inputs();

  /** Their true classes. */
  int[] labels();

  /** An image as the model saw it, for people. */
  Depiction depiction(int image);
}
