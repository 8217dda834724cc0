package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import org.xaistudy.studies.manifest.Manifest.Stimulus;

/**
 * What people are asked about each prediction, and what the right answer is.
 *
 * <p>A new task is a constant here, with its sentences in {@code task_<language>.properties} beside
 * this class, how its stimuli are chosen in the generator's {@code ShownImages}, and how a person's
 * are drawn in the server's {@code Draw}.
 */
public enum Task {
  /**
   * Does the model use the artefact? Two models judge the same images; only one of them learned the
   * artefact (Achtibat et al. 2023).
   */
  @JsonProperty("artefact-use")
  ARTEFACT_USE(Key.TRUTH, "the artefact is used"),
  /**
   * Is the model's prediction right? One model; predictions that are right and ones that are wrong,
   * as many of each as stated (the agreement task of HIVE, Kim et al. 2022; Nguyen et al. 2021).
   */
  @JsonProperty("correctness")
  CORRECTNESS(Key.TRUTH, "the prediction is right"),
  /**
   * Which of several explanations, each of another class, is of what the model says? The names of
   * the classes are hidden. One model; predictions that are right and ones that are wrong (the
   * distinction task of HIVE, Kim et al. 2022).
   */
  @JsonProperty("distinction")
  DISTINCTION(Key.CANDIDATE, "the prediction is right"),
  /**
   * What will the model say? People learn from explained predictions, and are then shown pictures
   * alone (Hase and Bansal 2020; Colin et al. 2022). One model; a group that learns without
   * explanations is the arm {@code none}.
   */
  @JsonProperty("forward-simulation")
  FORWARD_SIMULATION(Key.PREDICTION, "the prediction is right"),
  /**
   * Would you use this model? Five points, without a right answer; what people say of the model
   * that learned the artefact is compared with what they say of the other (Adebayo et al. 2022).
   */
  @JsonProperty("recommendation")
  RECOMMENDATION(Key.NONE, "the artefact is used");

  /** What is said where the answer is yes or no. */
  public static final String YES = "yes";

  /** The other of the two. */
  public static final String NO = "no";

  /** What makes an answer right. */
  public enum Key {
    /** What is true of the stimulus: the answers are yes and no. */
    TRUTH,
    /** What the model says: the answers are classes. */
    PREDICTION,
    /**
     * Which of the explanations is of what the model says: the answers are the places at which they
     * are shown, in an order that is drawn anew for each person and picture.
     */
    CANDIDATE,
    /** Nothing: the answers are points of a scale. */
    NONE
  }

  private final Key key;
  private final String yes;

  Task(Key key, String yes) {
    this.key = key;
    this.yes = yes;
  }

  /** Its name in {@code study.yaml}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What makes an answer right. */
  public Key key() {
    return key;
  }

  /**
   * The right answer to a stimulus; empty in a task without one, and where it depends on the order
   * in which explanations are shown.
   */
  public Optional<String> rightAnswer(Stimulus stimulus) {
    return switch (key) {
      case TRUTH -> Optional.of(stimulus.truth() ? YES : NO);
      case PREDICTION -> Optional.of(stimulus.prediction());
      case CANDIDATE, NONE -> Optional.empty();
    };
  }

  /** What is so where a stimulus is true, for researchers. */
  public String yes() {
    return yes;
  }

  /** Whether two models judge the same images. */
  public boolean comparesModels() {
    return this == ARTEFACT_USE || this == RECOMMENDATION;
  }

  /** Whether people learn from explained predictions first and judge pictures alone then. */
  public boolean trains() {
    return this == FORWARD_SIMULATION;
  }
}
