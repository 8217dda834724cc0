package org.xaistudy.stimuli.explanation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.studies.manifest.Manifest.Oddity;

/** One method of a study, applied to one model. Close it to free native memory. */
public interface Explainer extends AutoCloseable {
  /** Side of a picture that fills the width of a phone, in pixels: 300 on the page, doubled. */
  int SIDE = 600;

  /** Draws the explanation of one decision. */
  List<DrawnPanel> explain(Subject subject);

  @Override
  default void close() {}

  /**
   * A decision to be explained.
   *
   * @param colours the image as the model sees it, (3, H, W) from 0 to 1, or the signal (C, 1, L)
   * @param input the same, normalised
   * @param target the class whose logit is explained
   * @param depiction the sample for people
   */
  record Subject(Tensor colours, Tensor input, int target, Depiction depiction) {
    /** The input as a batch of one. */
    public Tensor batch() {
      return Tensor.stack(List.of(input));
    }

    /** A whole explanation: a map (H, W) on this sample, in both ranges of colours. */
    public DrawnPanel drawn(Tensor map) {
      DrawnPicture picture = DrawnPicture.coloured(depiction.heatMap(map));
      return new DrawnPanel(OptionalDouble.empty(), List.of(picture), Optional.of(map), List.of());
    }
  }

  /**
   * A row of pictures.
   *
   * @param relevance the concept's signed share of relevance, −1 to 1; empty for no concept
   * @param channel the concept's channel, by which study.yaml may name it; empty for no concept
   * @param pictures side by side
   * @param map what they show, as values (h, w) over the whole sample, from which it is measured
   *     what a reader could tell; the maps of all panels are added. Empty where there is none
   * @param oddities what is odd about it, for the researcher
   */
  record DrawnPanel(
      OptionalDouble relevance,
      OptionalInt channel,
      List<DrawnPicture> pictures,
      Optional<Tensor> map,
      List<Oddity> oddities) {
    /** Copies the lists. */
    public DrawnPanel {
      pictures = List.copyOf(pictures);
      oddities = List.copyOf(oddities);
    }

    /** A row that study.yaml cannot name. */
    public DrawnPanel(
        OptionalDouble relevance,
        List<DrawnPicture> pictures,
        Optional<Tensor> map,
        List<Oddity> oddities) {
      this(relevance, OptionalInt.empty(), pictures, map, oddities);
    }
  }
}
