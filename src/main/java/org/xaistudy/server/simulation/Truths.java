package org.xaistudy.server.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Map<String, Set<String>> explained = new HashMap<>();

  /** Of all pictures that belong to stimuli of one truth only. */
  static Truths of(Manifest manifest) {
    Truths truths = new Truths();
    Map<String, Boolean> both = new HashMap<>();
    for (Manifest.Stimulus stimulus : manifest.stimuli()) {
      String original = manifest.file(stimulus.original()).sha256();
      truths.predictions.put(original, stimulus.prediction());
      Set<String> ofPrediction =
          truths.explained.computeIfAbsent(original, sha256 -> new HashSet<>());
      stimulus.explanations().values().stream()
          .flatMap(explanation -> explanation.panels().stream())
          .flatMap(panel -> panel.pictures().stream())
          .map(picture -> manifest.file(picture.usual()).sha256())
          .forEach(
              sha256 -> {
                ofPrediction.add(sha256);
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
   * Which of several explanations of a picture is of what the model said.
   *
   * @param candidates the pictures of each, by what is answered
   * @throws IllegalArgumentException if none is
   */
  String right(byte[] original, Map<String, List<byte[]>> candidates) {
    Set<String> ofPrediction = explained.getOrDefault(Sha256.of(original), Set.of());
    return candidates.entrySet().stream()
        .filter(one -> one.getValue().stream().map(Sha256::of).allMatch(ofPrediction::contains))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(UNKNOWN));
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
