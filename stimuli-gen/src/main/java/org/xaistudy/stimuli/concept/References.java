package org.xaistudy.stimuli.concept;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * References of the channels of some layers, found among some or all images of a source. Parts that
 * were searched with the same question merge.
 */
public final class References {
  private final Question question;
  private final List<Range> searched = new ArrayList<>();
  private final List<LayerReferences> layers = new ArrayList<>();
  final long[] imagesOfClass;

  /**
   * What is sought.
   *
   * @param model checksum of the model, or any name that tells it from others
   * @param composite the name of the rules
   * @param target whose relevance: predicted, true, or a class's number
   * @param data checksum that tells the images from others
   * @param images how many there are in all
   * @param classes of the model
   * @param layers names and numbers of channels
   * @param criteria by which references are chosen
   * @param top how many are kept
   */
  public record Question(
      String model,
      String composite,
      String target,
      String data,
      int images,
      int classes,
      List<SearchedLayer> layers,
      List<Criterion> criteria,
      int top)
      implements Serializable {
    /** Checks numbers and copies lists. */
    public Question {
      layers = List.copyOf(layers);
      criteria = List.copyOf(criteria);
      if (top < 1 || images < 1 || layers.isEmpty() || criteria.isEmpty()) {
        throw new IllegalArgumentException(
            "references need at least one image, layer, criterion, and one to be kept");
      }
    }

    /** Whether the answer to this question holds that to another one. */
    public boolean answers(Question other) {
      return sameSource(other)
          && layers.containsAll(other.layers)
          && criteria.containsAll(other.criteria)
          && top >= other.top;
    }

    /** Whether it is about the same model, images and targets. */
    public boolean sameSource(Question other) {
      return model.equals(other.model)
          && composite.equals(other.composite)
          && target.equals(other.target)
          && data.equals(other.data)
          && images == other.images
          && classes == other.classes;
    }

    /** The question whose answer holds those to both. */
    public Question with(Question other) {
      List<SearchedLayer> allLayers = new ArrayList<>(new LinkedHashSet<>(layers));
      other.layers.stream().filter(l -> !allLayers.contains(l)).forEach(allLayers::add);
      List<Criterion> allCriteria = new ArrayList<>(criteria);
      other.criteria.stream().filter(c -> !allCriteria.contains(c)).forEach(allCriteria::add);
      return new Question(
          model,
          composite,
          target,
          data,
          images,
          classes,
          allLayers,
          allCriteria,
          Math.max(top, other.top));
    }
  }

  /** A layer whose channels' references are sought. */
  public record SearchedLayer(String name, int channels) implements Serializable {}

  /** Images from {@code from} to before {@code to}. */
  public record Range(int from, int to) implements Serializable {}

  public References(Question question) {
    this.question = question;
    imagesOfClass = new long[question.classes()];
    for (SearchedLayer layer : question.layers()) {
      layers.add(
          new LayerReferences(
              layer.name(),
              layer.channels(),
              question.classes(),
              question.criteria(),
              question.top()));
    }
  }

  /** What was sought. */
  public Question question() {
    return question;
  }

  /** All layers, in the order asked. */
  public List<LayerReferences> layers() {
    return List.copyOf(layers);
  }

  /**
   * One layer.
   *
   * @throws IllegalArgumentException if its references were not sought
   */
  public LayerReferences layer(String name) {
    return layers.stream()
        .filter(layer -> layer.layer().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no references of layer "
                        + name
                        + " were sought, only of "
                        + String.join(", ", layers.stream().map(LayerReferences::layer).toList())));
  }

  /** The mean of a criterion over the images of each class, (classes); 0 for one without. */
  public double[] means(String layer, Criterion criterion, int channel) {
    LayerReferences of = layer(layer);
    double[] means = new double[question.classes()];
    for (int k = 0; k < means.length; k++) {
      double sum = of.sums(criterion).get(k * of.channels() + channel);
      means[k] = imagesOfClass[k] == 0 ? 0 : sum / imagesOfClass[k];
    }
    return means;
  }

  /** The number of images of a class among those searched. */
  public long images(int explained) {
    return imagesOfClass[explained];
  }

  /** What was searched, in order; ranges that touch are one. */
  public List<Range> searched() {
    return List.copyOf(searched);
  }

  /** Whether all images were searched. */
  public boolean complete() {
    return searched.equals(List.of(new Range(0, question.images())));
  }

  /**
   * Takes note that images were searched.
   *
   * @throws IllegalArgumentException if one of them was searched before
   */
  void done(int from, int to) {
    int at = 0;
    while (at < searched.size() && searched.get(at).to() <= from) {
      at++;
    }
    if (at < searched.size() && searched.get(at).from() < to) {
      throw new IllegalArgumentException(
          "image " + Math.max(from, searched.get(at).from()) + " was searched twice");
    }
    searched.add(at, new Range(from, to));
    joinWithNext(at);
    joinWithNext(at - 1);
  }

  private void joinWithNext(int at) {
    boolean adjacent =
        at >= 0 && at + 1 < searched.size() && searched.get(at).to() == searched.get(at + 1).from();
    if (adjacent) {
      int to = searched.remove(at + 1).to();
      searched.set(at, new Range(searched.get(at).from(), to));
    }
  }

  /**
   * Takes in what was found elsewhere, to the same question, among other images. The order of
   * merging does not matter.
   *
   * @throws IllegalArgumentException if the question is another or images would count twice
   */
  public void merge(References other) {
    if (!question.equals(other.question)) {
      throw new IllegalArgumentException(
          "these are answers to different questions: " + question + " and " + other.question);
    }
    other.searched.forEach(range -> done(range.from(), range.to()));
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).merge(other.layers.get(i));
    }
    for (int k = 0; k < imagesOfClass.length; k++) {
      imagesOfClass[k] += other.imagesOfClass[k];
    }
  }
}
