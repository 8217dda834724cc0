package org.xaistudy.stimuli.explanation;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.xaistudy.stimuli.attribution.Attribution;
import org.xaistudy.stimuli.attribution.Composite;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.concept.ArraySource;
import org.xaistudy.stimuli.concept.ConceptMask;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.ImageSource;
import org.xaistudy.stimuli.concept.Ranking;
import org.xaistudy.stimuli.concept.Reference;
import org.xaistudy.stimuli.concept.ReferenceSearch;
import org.xaistudy.stimuli.concept.References;
import org.xaistudy.stimuli.concept.Targets;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.ReceptiveField;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.render.Tiles;
import org.xaistudy.studies.Method;
import org.xaistudy.studies.manifest.Manifest.Oddity;

/**
 * Concept Relevance Propagation with RelMax references: a row for each of the most relevant
 * channels of a layer. Its first picture shows where the concept is in this sample (conditional
 * heat map and masked sample), its second what it looks like elsewhere (two rows of reference
 * images, cut to the receptive field of the most relevant neuron and masked likewise).
 */
public final class ConceptExplainer implements Explainer {
  private static final int ROWS = 2;

  private final Method.Crp method;
  private final Lrp lrp;
  private final String layer;
  private final ReferencePool pool;
  private final Ranking references;
  private final ReceptiveField field;
  private final Map<Integer, Sheet> sheets = new HashMap<>();

  /**
   * Searches the pool for the references of all channels.
   *
   * @param progress told how many images of the pool are done
   */
  public ConceptExplainer(
      Method.Crp method, Network network, ReferencePool pool, IntConsumer progress) {
    this.method = method;
    this.pool = pool;
    lrp = new Lrp(network, Composite.named(method.composite()));
    layer = method.layer().orElse(network.lastConvolution());
    field = network.receptiveField(layer);
    references = search(network.node(layer).name(), progress);
  }

  /** Among all images of the pool, by the relevance for their true classes. */
  private Ranking search(String searched, IntConsumer progress) {
    List<Integer> labels = Arrays.stream(pool.labels()).boxed().toList();
    ImageSource images = new ArraySource(pool.inputs(), labels, Optional.empty());
    ReferenceSearch search = new ReferenceSearch(lrp, images, new Targets.True());
    References found =
        new References(
            search.question(
                "",
                method.composite(),
                List.of(searched),
                List.of(Criterion.RELEVANCE_SUM),
                method.references()));
    search.search(found, 0, images.count(), progress);
    return found.layer(searched).ranking(Criterion.RELEVANCE_SUM);
  }

  @Override
  public List<DrawnPanel> explain(Subject subject) {
    int[] targets = {subject.target()};
    Tensor shares =
        lrp.attribute(subject.batch(), targets, List.of(Condition.target()), List.of(layer))
            .shares(layer, 0, 0);
    List<Integer> concepts =
        strongest(shares.values(), method.concepts(), method.minShare().orElse(0.0));
    List<Condition> conditions =
        concepts.stream().map(c -> Condition.target().through(layer, c)).toList();
    Attribution maps = lrp.attribute(subject.batch(), targets, conditions, List.of());
    List<DrawnPanel> panels = new ArrayList<>();
    for (int k = 0; k < concepts.size(); k++) {
      int channel = concepts.get(k);
      Tensor map = maps.heatmap(0, k);
      Sheet sheet = sheets.computeIfAbsent(channel, this::sheet);
      panels.add(
          new DrawnPanel(
              OptionalDouble.of(shares.values()[channel]),
              OptionalInt.of(channel),
              List.of(local(map, subject.depiction()), sheet.picture()),
              Optional.of(map),
              oddities(map, sheet)));
    }
    return panels;
  }

  /** What makes a concept hard to understand. */
  private static List<Oddity> oddities(Tensor map, Sheet sheet) {
    List<Oddity> oddities = new ArrayList<>();
    if (Depiction.isEmpty(ConceptMask.margin(map))) {
      oddities.add(Oddity.EMPTY_MASK);
    }
    if (2 * sheet.empty() >= sheet.references()) {
      oddities.add(Oddity.EMPTY_REFERENCES);
    }
    return oddities;
  }

  private static List<Integer> strongest(float[] shares, int count, double least) {
    List<Integer> sorted =
        IntStream.range(0, shares.length)
            .boxed()
            .sorted(Comparator.comparing((Integer c) -> -Math.abs(shares[c])))
            .limit(count)
            .toList();
    long shown = sorted.stream().filter(c -> Math.abs(shares[c]) >= least).count();
    return sorted.subList(0, (int) Math.max(1, shown));
  }

  /** The conditional heat map beside the masked sample. */
  private static DrawnPicture local(Tensor heatmap, Depiction depiction) {
    return DrawnPicture.coloured(depiction.localised(heatmap, ConceptMask.margin(heatmap)));
  }

  private Sheet sheet(int channel) {
    List<Reference> chosen = references.of(channel);
    List<Tensor> images = chosen.stream().map(r -> pool.inputs().slice(r.image())).toList();
    int[] labels = chosen.stream().mapToInt(r -> pool.labels()[r.image()]).toArray();
    Attribution maps =
        lrp.attribute(
            Tensor.stack(images),
            labels,
            List.of(Condition.target().through(layer, channel)),
            List.of());
    List<BufferedImage> tiles = new ArrayList<>();
    int empty = 0;
    for (int i = 0; i < chosen.size(); i++) {
      Reference reference = chosen.get(i);
      Depiction.Detail detail =
          pool.depiction(reference.image())
              .detail(
                  field,
                  reference.row(),
                  reference.column(),
                  ConceptMask.margin(maps.heatmap(i, 0)));
      empty += detail.empty() ? 1 : 0;
      tiles.add(detail.picture());
    }
    return new Sheet(DrawnPicture.plain(Tiles.layOut(tiles, ROWS)), chosen.size(), empty);
  }

  @Override
  public void close() {
    lrp.close();
  }

  /**
   * The reference images of a channel.
   *
   * @param picture all of them
   * @param references how many
   * @param empty how many have nothing inside their mask
   */
  private record Sheet(DrawnPicture picture, int references, int empty) {}
}
