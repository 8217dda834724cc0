package org.xaistudy.stimuli.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.xaistudy.studies.Models;
import org.xaistudy.studies.manifest.Manifest.SingleModel;

/**
 * Whether the one model of a task that compares none is as good as its study says.
 *
 * @param model what was measured of it
 */
public record AccuracyCheck(SingleModel model) {
  /** What a model does on held-out images. */
  public static AccuracyCheck of(HeldOut.Predictions predictions, String sha256) {
    int images = predictions.images().labels().length;
    long right = IntStream.range(0, images).filter(predictions::rightWithArtefact).count();
    return new AccuracyCheck(new SingleModel(sha256, right / (double) images, images));
  }

  private Share accuracy() {
    return new Share(model.accuracy(), model.images());
  }

  /** What the study's limit does not allow, and what to change; empty if it is met. */
  public List<String> failures(Models.Truth limits) {
    Share is = accuracy();
    if (is.value() >= limits.minAccuracy()) {
      return List.of();
    }
    String remedy =
        is.leavesOpen(limits.minAccuracy())
            ? "; the interval holds the limit, so more held-out images may decide otherwise"
            : ", or another limit";
    return List.of(
        String.format(
            Locale.ROOT,
            "accuracy of the model: at least %.3f is needed, it is %s. What may help: more epochs or"
                + " images to learn from%s",
            limits.minAccuracy(),
            is.text(),
            remedy));
  }

  /** The accuracy as a line for the terminal, with its 95 % interval. */
  public String line() {
    return "On %d held-out images the model recognises %s"
        .formatted(model.images(), accuracy().brief());
  }
}
