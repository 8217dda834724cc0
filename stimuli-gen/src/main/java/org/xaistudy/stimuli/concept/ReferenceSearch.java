package org.xaistudy.stimuli.concept;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.attribution.ChannelSummary;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.concept.References.SearchedLayer;
import org.xaistudy.stimuli.model.BatchSize;
import org.xaistudy.stimuli.model.Network;

/**
 * Seeks the references of all channels of some layers in one pass over the images: forward, and
 * backward to the lowest of the layers once a batch. A batch is as many images as memory allows.
 */
public final class ReferenceSearch {
  /** Larger batches of small images are no faster, and progress would come in leaps. */
  private static final int MOST_AT_ONCE = 32;

  private final Lrp lrp;
  private final ImageSource source;
  private final Targets targets;

  /** Seeks among images what relevance there is for given targets. */
  public ReferenceSearch(Lrp lrp, ImageSource source, Targets targets) {
    this.lrp = lrp;
    this.source = source;
    this.targets = targets;
  }

  /**
   * The question for this network and these images.
   *
   * @param model checksum or name of the network
   * @param layers names, also of modules
   */
  public References.Question question(
      String model, String composite, List<String> layers, List<Criterion> criteria, int top) {
    Network network = lrp.network();
    List<SearchedLayer> searched =
        layers.stream()
            .map(layer -> network.node(layer).name())
            .distinct()
            .map(name -> new SearchedLayer(name, network.shape(name)[0]))
            .toList();
    return new References.Question(
        model,
        composite,
        targets.toString(),
        source.fingerprint(),
        source.count(),
        network.classes(),
        searched,
        criteria,
        top);
  }

  /** How many images go together: the last digits of a value depend on it. */
  private int together() {
    return Math.min(MOST_AT_ONCE, BatchSize.images(lrp.network()));
  }

  /**
   * The images of one of several parts of about the same size. Parts consist of whole batches, so
   * that together they give the same bytes as one search of all.
   *
   * @param part from 1
   * @throws IllegalArgumentException if there is no such part
   */
  public References.Range part(int part, int parts) {
    if (part < 1 || part > parts) {
      throw new IllegalArgumentException("parts go from 1 to " + parts + ", not " + part);
    }
    long batches = ((long) source.count() + together() - 1) / together();
    long from = batches * (part - 1) / parts * together();
    long to = batches * part / parts * together();
    return new References.Range(
        (int) Math.min(from, source.count()), (int) Math.min(to, source.count()));
  }

  /** Parts that together are all images: so many, or one for each batch if there are fewer. */
  public List<References.Range> parts(int most) {
    int parts = Math.max(1, Math.min(most, (source.count() + together() - 1) / together()));
    return IntStream.rangeClosed(1, parts).mapToObj(part -> part(part, parts)).toList();
  }

  /**
   * Searches images and adds what is found.
   *
   * @param from the first image
   * @param to the one after the last
   * @param done told, after every batch, how many images from the first on are searched
   */
  public void search(References references, int from, int to, IntConsumer done) {
    int together = together();
    for (int first = from; first < to; first += together) {
      int last = Math.min(to, first + together);
      batch(references, first, last);
      references.done(first, last);
      done.accept(last - from);
    }
  }

  private void batch(References references, int first, int last) {
    References.Question question = references.question();
    List<String> names = question.layers().stream().map(SearchedLayer::name).toList();
    int[] asked = targets.of(source, first, last);
    try (ForwardPass forward = lrp.forward(source.inputs(first, last), asked)) {
      int[] explained = forward.targets();
      for (int target : explained) {
        references.imagesOfClass[target]++;
      }
      boolean backward = question.criteria().stream().anyMatch(Criterion::ofRelevance);
      Map<String, ChannelSummary> relevance = backward ? lrp.summaries(forward, names) : Map.of();
      boolean active = question.criteria().stream().anyMatch(c -> !c.ofRelevance());
      for (LayerReferences layer : references.layers()) {
        ChannelSummary activations = active ? forward.summary(layer.layer()) : null;
        for (Criterion criterion : question.criteria()) {
          ChannelSummary summary =
              criterion.ofRelevance() ? relevance.get(layer.layer()) : activations;
          layer.add(criterion, requireNonNull(summary), first, explained);
        }
      }
    }
  }
}
