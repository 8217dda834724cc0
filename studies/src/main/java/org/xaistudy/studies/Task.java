package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * What people are asked about each explained prediction; its right answer is yes or no.
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
  ARTEFACT_USE("the artefact is used", "uses the artefact", "does not use it"),
  /**
   * Is the model's prediction right? One model; predictions that are right and ones that are wrong,
   * as many of each as stated (the agreement task of HIVE, Kim et al. 2022; Nguyen et al. 2021).
   */
  @JsonProperty("correctness")
  CORRECTNESS("the prediction is right", "predicted right", "predicted wrong");

  private final String yes;
  private final String where;
  private final String whereNot;

  Task(String yes, String where, String whereNot) {
    this.yes = yes;
    this.where = where;
    this.whereNot = whereNot;
  }

  /** Its name in {@code study.yaml}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is so where yes is the right answer, for researchers. */
  public String yes() {
    return yes;
  }

  /** What is true of a stimulus, for researchers, in two or three words. */
  public String of(boolean truth) {
    return truth ? where : whereNot;
  }

  /** The same in a word or two, for figures. */
  public String mark(boolean truth) {
    return switch (this) {
      case ARTEFACT_USE -> truth ? "uses it" : "does not";
      case CORRECTNESS -> truth ? "is right" : "is wrong";
    };
  }

  /** Whether two models judge the same images. */
  public boolean comparesModels() {
    return this == ARTEFACT_USE;
  }
}
