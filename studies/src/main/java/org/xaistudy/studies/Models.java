package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two models that the study compares, or the one that people judge: how they are trained, or
 * where they lie, and what must be true of them.
 *
 * @param architecture the network to be trained from fresh weights; empty if it is loaded
 * @param start the network from which both models are trained on; empty for fresh weights
 * @param training how both are trained; empty if both are loaded
 * @param model the one model of a task that compares none, made elsewhere
 * @param artefact the model that learned the artefact, made elsewhere
 * @param clean the model that did not, made elsewhere
 * @param input what the models expect of an image; ImageNet's normalisation if empty
 * @param outputs which output of a loaded model stands for a class; if empty, the outputs are the
 *     data set's classes in alphabetical order
 * @param truth what the study is refused for if it does not hold
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Models(
    Optional<Architecture> architecture,
    Optional<Loaded> start,
    Optional<Training> training,
    Optional<Loaded> model,
    Optional<Loaded> artefact,
    Optional<Loaded> clean,
    Optional<Input> input,
    Map<String, Integer> outputs,
    Truth truth) {
  /** Of a study whose pictures were made elsewhere. */
  public static final Models NONE =
      new Models(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          new Truth(0, Optional.empty(), Optional.empty(), Optional.empty()));

  /** Fills in what was left out. */
  public Models {
    architecture = architecture == null ? Optional.empty() : architecture;
    start = start == null ? Optional.empty() : start;
    training = training == null ? Optional.empty() : training;
    model = model == null ? Optional.empty() : model;
    artefact = artefact == null ? Optional.empty() : artefact;
    clean = clean == null ? Optional.empty() : clean;
    input = input == null ? Optional.empty() : input;
    outputs = outputs == null ? Map.of() : Map.copyOf(outputs);
  }

  /** Whether nothing is trained. */
  public boolean loaded() {
    return model.isPresent() || artefact.isPresent() || clean.isPresent();
  }

  /** The networks that can be trained. */
  public enum Architecture {
    /** A small VGG: convolutions one after another. */
    @JsonProperty("vgg-compact")
    VGG_COMPACT,
    /** A small ResNet: blocks with shortcuts around them, and one mean per channel at the end. */
    @JsonProperty("resnet-compact")
    RESNET_COMPACT,
    /** A small VGG for signals, whose convolutions have one dimension. */
    @JsonProperty("conv1d-compact")
    CONV1D_COMPACT
  }

  /**
   * A network made elsewhere.
   *
   * @param onnx its file; relative to the study's own folder, or a variable {@code ${NAME}}, whose
   *     value is relative to the working directory
   */
  public record Loaded(String onnx) {}

  /**
   * What the models expect of an image: (colour − mean) / std, colours from 0 to 1.
   *
   * @param size side of the image in pixels, which must be the data set's; for the reader
   * @param mean of red, green, blue
   * @param std of red, green, blue
   * @param channels the order of the channels; red first if empty
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Input(
      Optional<Integer> size, List<Double> mean, List<Double> std, Optional<Channels> channels) {
    /** Copies the lists and fills in what was left out. */
    public Input {
      size = size == null ? Optional.empty() : size;
      mean = List.copyOf(mean);
      std = List.copyOf(std);
      channels = channels == null ? Optional.empty() : channels;
    }
  }

  /** The order of a model's input channels. */
  public enum Channels {
    /** Red first. */
    @JsonProperty("rgb")
    RGB,
    /** Blue first, as in models that were made with OpenCV. */
    @JsonProperty("bgr")
    BGR
  }

  /**
   * Both models start from the same weights, drawn by the study's seed or loaded, and see the same
   * images in the same order; they differ in nothing but which of these carry the artefact.
   *
   * @param epochs passes over the images
   * @param batchSize images per step
   * @param learningRate Adam's first step; it falls along a half cosine
   */
  public record Training(int epochs, int batchSize, double learningRate) {}

  /**
   * Limits on held-out images, all shares between 0 and 1.
   *
   * @param minAccuracy least accuracy of each model on images as it was trained on
   * @param minArtefactUse least share of other classes' images that the artefact turns into one of
   *     its classes in the artefact model, beyond what it turns into other classes by disturbing;
   *     empty where nothing is planted
   * @param maxCleanUse most such images in the clean model; empty where nothing is planted
   * @param minAccuracyWithout least accuracy of the artefact model on images of the artefact's
   *     classes without it; not asked if empty
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Truth(
      double minAccuracy,
      Optional<Double> minArtefactUse,
      Optional<Double> maxCleanUse,
      Optional<Double> minAccuracyWithout) {
    /** Fills in what was left out. */
    public Truth {
      minArtefactUse = minArtefactUse == null ? Optional.empty() : minArtefactUse;
      maxCleanUse = maxCleanUse == null ? Optional.empty() : maxCleanUse;
      minAccuracyWithout = minAccuracyWithout == null ? Optional.empty() : minAccuracyWithout;
    }
  }
}
