package org.xaistudy.stimuli.check;

import java.util.Set;
import org.xaistudy.stimuli.model.Inference;
import org.xaistudy.stimuli.model.Tensor;

/**
 * Images that no model was trained on, each without and with the artefact.
 *
 * @param plain (N, C, H, W), normalised
 * @param planted the same images with the artefact; looked at only if some classes carry one
 * @param labels the true classes
 * @param artefactClasses the classes that carried the artefact in the artefact model's training
 */
public record HeldOut(Tensor plain, Tensor planted, int[] labels, Set<Integer> artefactClasses) {
  /** What a model says of them. */
  public Predictions predictions(Inference model) {
    int[] without = model.predict(plain);
    return new Predictions(
        without, artefactClasses.isEmpty() ? without : model.predict(planted), this);
  }

  /**
   * A model's classes for all images.
   *
   * @param plain without the artefact
   * @param planted with it
   * @param images the images
   */
  public record Predictions(int[] plain, int[] planted, HeldOut images) {
    /** Whether image {@code i} is recognised with the artefact, if there is one. */
    public boolean rightWithArtefact(int i) {
      return planted[i] == images.labels[i];
    }

    /** Whether the artefact changes the model's mind about image {@code i}. */
    public boolean changedByArtefact(int i) {
      return planted[i] != plain[i];
    }

    boolean rightWithoutArtefact(int i) {
      return plain[i] == images.labels[i];
    }

    /** Turned into a class that is neither the image's own nor one of the artefact's. */
    boolean towardsOtherClasses(int i) {
      return changedByArtefact(i)
          && !images.artefactClasses.contains(planted[i])
          && planted[i] != images.labels[i];
    }

    boolean towardsArtefactClasses(int i) {
      return changedByArtefact(i) && images.artefactClasses.contains(planted[i]);
    }
  }
}
