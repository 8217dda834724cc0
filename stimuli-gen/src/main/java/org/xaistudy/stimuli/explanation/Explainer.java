package org.xaistudy.stimuli.explanation;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalDouble;
import org.xaistudy.stimuli.model.Tensor;

/** One method of a study, applied to one model. Close it to free native memory. */
public interface Explainer extends AutoCloseable {
  /** Side of a picture that fills the width of a phone, in pixels: 300 on the page, doubled. */
  int SIDE = 600;

  /** Draws the explanation of one decision. */
  List<DrawnPanel> explain(Subject subject);

  @Override
  void close();

  /**
   * A decision to be explained.
   *
   * @param colours the image as the model sees it, (3, H, W) from 0 to 1
   * @param input the same, normalised
   * @param target the class whose logit is explained
   * @param display the image for people, square, {@link #SIDE} pixels
   */
  record Subject(Tensor colours, Tensor input, int target, BufferedImage display) {
    /** The input as a batch of one. */
    public Tensor batch() {
      return Tensor.stack(List.of(input));
    }
  }

  /**
   * A row of pictures.
   *
   * @param relevance the concept's signed share of relevance, −1 to 1; empty for no concept
   * @param pictures side by side
   */
  record DrawnPanel(OptionalDouble relevance, List<DrawnPicture> pictures) {}
}
