package org.xaistudy.studies;

/**
 * The two models that the study compares: how they are trained, and what must be true of them.
 *
 * @param architecture the network
 * @param training how it is trained
 * @param truth what the study is refused for if it does not hold
 */
public record Models(Architecture architecture, Training training, Truth truth) {
  /** The networks that can be trained. */
  public enum Architecture {
    /** A small VGG without batch normalisation, for images of 32 to 128 pixels. */
    @com.fasterxml.jackson.annotation.JsonProperty("vgg-compact")
    VGG_COMPACT
  }

  /**
   * Both models start from the same weights, drawn by the study's seed, and see the same images in
   * the same order; they differ in nothing but which of these carry the artefact.
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
   *     its classes in the artefact model
   * @param maxCleanUse most such images in the clean model
   */
  public record Truth(double minAccuracy, double minArtefactUse, double maxCleanUse) {}
}
