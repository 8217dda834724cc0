package org.xaistudy.stimuli.concept.figure;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.concept.ConceptMask;
import org.xaistudy.stimuli.concept.Criterion;
import org.xaistudy.stimuli.concept.ImageSource;
import org.xaistudy.stimuli.concept.Reference;
import org.xaistudy.stimuli.concept.Targets;
import org.xaistudy.stimuli.model.ReceptiveField;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.render.Curve;
import org.xaistudy.stimuli.render.Palette;

/**
 * Small pictures of what a channel sees in its reference images: cut to the receptive field of the
 * strongest neuron and masked by a conditional heat map, of that neuron or of the whole channel.
 */
public final class ConceptTiles {
  /** Side of a tile, picture pixels. */
  static final int SIDE = 128;

  private final Lrp lrp;
  private final ImageSource source;
  private final Targets targets;
  private final boolean ofNeuron;
  private final Map<String, BufferedImage> made = new HashMap<>();

  /**
   * Tiles of a model's concepts.
   *
   * @param ofNeuron whether masks show what the strongest neuron alone sees
   */
  public ConceptTiles(Lrp lrp, ImageSource source, Targets targets, boolean ofNeuron) {
    this.lrp = lrp;
    this.source = source;
    this.targets = targets;
    this.ofNeuron = ofNeuron;
  }

  /** The masked cut-out of a reference image. */
  public BufferedImage tile(String layer, int channel, Criterion criterion, Reference reference) {
    String key = layer + '/' + channel + '/' + criterion.ofRelevance() + '/' + reference.image();
    return made.computeIfAbsent(key, k -> draw(layer, channel, criterion.ofRelevance(), reference));
  }

  private BufferedImage draw(String layer, int channel, boolean relevance, Reference reference) {
    Tensor map = heatmap(layer, channel, relevance, reference);
    int[] shape = map.shape();
    Optional<Curve> curve = curve(reference.image());
    if (curve.isPresent()) {
      ReceptiveField.Area seen =
          lrp.network()
              .receptiveField(layer)
              .of(reference.row(), reference.column(), shape[0], shape[1]);
      Curve.Frame part = new Curve.Frame(seen.x(), (double) seen.x() + seen.width());
      return curve.get().masked(ConceptMask.marginOfItsSign(map), part, 2 * SIDE, 2 * SIDE);
    }
    Frame frame = frame(layer, reference, shape[0], shape[1]);
    int scale = Math.max(1, (int) Math.ceil((double) SIDE / frame.side()));
    BufferedImage image = source.display(reference.image(), scale);
    Tensor margin = ConceptMask.marginOfItsSign(map).reshape(shape[0], shape[1]);
    return Maps.masked(image, Maps.enlarged(margin, scale), frame.times(scale), SIDE);
  }

  /** What the strongest neuron sees, or the whole image if it is more than that. */
  private Frame frame(String layer, Reference reference, int height, int width) {
    ReceptiveField field = lrp.network().receptiveField(layer);
    ReceptiveField.Area area = field.of(reference.row(), reference.column(), height, width);
    return Frame.around(area, height, width);
  }

  /**
   * The conditional heat map of a channel in an image, or of its strongest neuron there, (H, W).
   */
  private Tensor heatmap(String layer, int channel, boolean relevance, Reference reference) {
    int image = reference.image();
    int[] target = targets.of(source, image, image + 1);
    try (ForwardPass forward = lrp.forward(source.input(image), target)) {
      Tensor neurons =
          relevance
              ? lrp.relevance(forward, List.of(Condition.target()), layer)
              : forward.activations(layer);
      int[] shape = lrp.network().shape(layer);
      int plane = Tensor.size(shape) / shape[0];
      Tensor kept = Tensor.zeros(rows(shape));
      int strongest = shape.length < 3 ? 0 : reference.row() * shape[2] + reference.column();
      for (int p = 0; p < plane; p++) {
        boolean counts = !ofNeuron || p == strongest;
        int at = channel * plane + p;
        kept.values()[at] = counts ? neurons.values()[at] : 0;
      }
      Tensor maps = lrp.heatmaps(forward, layer, kept);
      return maps.reshape(maps.shape()[2], maps.shape()[3]);
    }
  }

  private static int[] rows(int[] shape) {
    int[] rows = new int[shape.length + 2];
    rows[0] = 1;
    rows[1] = 1;
    System.arraycopy(shape, 0, rows, 2, shape.length);
    return rows;
  }

  /** An image with nothing hidden, at least {@code side} pixels wide or high; a curve so high. */
  public BufferedImage whole(int image, int side) {
    Optional<Curve> curve = curve(image);
    if (curve.isPresent()) {
      return curve.get().plain(2 * side, side);
    }
    int[] input = lrp.network().inputShape();
    return source.display(image, Math.max(1, side / Math.max(input[1], input[2])));
  }

  /**
   * The heat map of a channel in an image, in colours.
   *
   * @param channel null: of the whole decision
   */
  public BufferedImage map(String layer, Integer channel, int image, int side) {
    Condition condition =
        channel == null ? Condition.target() : Condition.target().through(layer, channel);
    int[] target = targets.of(source, image, image + 1);
    Tensor map;
    try (ForwardPass forward = lrp.forward(source.input(image), target)) {
      map = lrp.attribute(forward, List.of(condition), List.of()).heatmap(0, 0);
    }
    Optional<Curve> curve = curve(image);
    if (curve.isPresent()) {
      return curve.get().coloured(map, 2 * side, side).apply(Palette.RED_BLUE);
    }
    int scale = Math.max(1, side / Math.max(map.shape()[0], map.shape()[1]));
    return Maps.coloured(Maps.enlarged(map, scale), Palette.RED_BLUE);
  }

  /** An image of which only the part is shown that a channel uses there. */
  public BufferedImage masked(String layer, int channel, int image, int side) {
    int[] target = targets.of(source, image, image + 1);
    try (ForwardPass forward = lrp.forward(source.input(image), target)) {
      Condition condition = Condition.target().through(layer, channel);
      Tensor map = lrp.attribute(forward, List.of(condition), List.of()).heatmap(0, 0);
      Optional<Curve> curve = curve(image);
      if (curve.isPresent()) {
        Tensor inside = ConceptMask.marginOfItsSign(map);
        return curve.get().masked(inside, curve.get().whole(), 2 * side, side);
      }
      int height = map.shape()[0];
      int width = map.shape()[1];
      int scale = Math.max(1, side / Math.max(height, width));
      Tensor margin = Maps.enlarged(ConceptMask.marginOfItsSign(map).reshape(height, width), scale);
      return Maps.masked(source.display(image, scale), margin);
    }
  }

  /** A signal as a curve; empty of an image. */
  Optional<Curve> curve(int image) {
    return source.signal(image).map(Curve::new);
  }

  /** Draws tiles in a row; returns where it ends. */
  double row(
      Drawing drawing,
      String layer,
      int channel,
      Criterion criterion,
      List<Reference> references,
      double x,
      double y,
      double side,
      double gap) {
    double at = x;
    for (Reference reference : references) {
      drawing.picture(tile(layer, channel, criterion, reference), at, y, side, side);
      drawing.rectangle(at, y, side, side, "fill", "none", "stroke", Drawing.RULE);
      at += side + gap;
    }
    return at;
  }
}
