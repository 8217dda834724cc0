package org.xaistudy.server.simulation;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest;

/**
 * What is true of the pictures that a browser gets, known by their bytes: no answer of the server
 * tells it.
 */
final class Truths {
  private static final String UNKNOWN =
      "the server shows pictures that are not in the manifest: is it the same study?";
  private final Map<String, Boolean> known = new HashMap<>();
  private final Map<String, String> predictions = new HashMap<>();

  /** Of all pictures that belong to stimuli of one truth only. */
  static Truths of(Manifest manifest) {
    Truths truths = new Truths();
    Map<String, Boolean> both = new HashMap<>();
    for (Manifest.Stimulus stimulus : manifest.stimuli()) {
      truths.predictions.put(
          requireNonNull(manifest.files().get(stimulus.original())).sha256(),
          stimulus.prediction());
      stimulus.explanations().values().stream()
          .flatMap(explanation -> explanation.panels().stream())
          .flatMap(panel -> panel.pictures().stream())
          .map(picture -> requireNonNull(manifest.files().get(picture.usual())).sha256())
          .forEach(
              sha256 -> {
                Boolean before = truths.known.put(sha256, stimulus.truth());
                if (before != null && !before.equals(stimulus.truth())) {
                  both.put(sha256, true);
                }
              });
    }
    both.keySet().forEach(truths.known::remove);
    return truths;
  }

  /**
   * What the model said of a picture, where there is one model.
   *
   * @throws IllegalArgumentException if it is not known
   */
  String prediction(byte[] original) {
    String prediction = predictions.get(Sha256.of(original));
    if (prediction == null) {
      throw new IllegalArgumentException(UNKNOWN);
    }
    return prediction;
  }

  /**
   * Whether yes is the right answer where these pictures are the explanation.
   *
   * @throws IllegalArgumentException if none of them is known, or all belong to both truths
   */
  boolean of(Iterable<byte[]> pictures) {
    for (byte[] picture : pictures) {
      Boolean truth = known.get(Sha256.of(picture));
      if (truth != null) {
        return truth;
      }
    }
    throw new IllegalArgumentException(UNKNOWN);
  }
}
