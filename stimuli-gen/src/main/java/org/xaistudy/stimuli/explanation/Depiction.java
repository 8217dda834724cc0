package org.xaistudy.stimuli.explanation;

import java.awt.image.BufferedImage;
import java.util.function.Function;
import org.xaistudy.stimuli.model.ReceptiveField;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.render.Palette;

/**
 * How people see a sample, and what is known of it on it: an image as a picture, a signal as a
 * curve. Maps are (H, W), margins (1, H, W), of a signal H is 1.
 */
public sealed interface Depiction permits DrawnImage, DrawnCurve {
  /** All of it, {@link Explainer#SIDE} pixels wide. */
  BufferedImage whole();

  /** The relevance of each of its values, {@link Explainer#SIDE} pixels wide. */
  Function<Palette, BufferedImage> heatMap(Tensor map);

  /** A map, and beside it what is left of the sample where a margin is positive. */
  Function<Palette, BufferedImage> localised(Tensor map, Tensor margin);

  /** What a neuron saw, pale where a margin is not positive, as a tile. */
  Detail detail(ReceptiveField field, int row, int column, Tensor margin);

  /**
   * A part of a sample.
   *
   * @param picture the tile; all tiles of samples of one kind have the same size
   * @param empty whether all of it is pale
   */
  record Detail(BufferedImage picture, boolean empty) {}

  /** Whether a margin is nowhere positive. */
  static boolean isEmpty(Tensor margin) {
    for (float value : margin.values()) {
      if (value > 0) {
        return false;
      }
    }
    return true;
  }
}
