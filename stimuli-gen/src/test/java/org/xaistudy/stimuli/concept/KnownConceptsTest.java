package org.xaistudy.stimuli.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.attribution.Composite;
import org.xaistudy.stimuli.attribution.Condition;
import org.xaistudy.stimuli.attribution.ForwardPass;
import org.xaistudy.stimuli.attribution.Lrp;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;
import org.xaistudy.stimuli.model.Tensor;
import org.xaistudy.stimuli.model.Window;
import org.xaistudy.stimuli.shapley.Segments;

/**
 * A network whose channels are known: channel {@value #BORDER} sees black, which only a border is;
 * three others see red, green and blue, others nothing in particular. Class 0 is what has a border,
 * classes 1 to 3 the colours of the rest.
 */
class KnownConceptsTest {
  private static final int SIDE = 16;
  private static final int WIDTH = 3;
  private static final int BORDER = 5;
  private static final int[] COLOURS = {2, 0, 7};
  private static final int CHANNELS = 8;
  private static final int IMAGES = 48;
  private static final String LAYER = "features.0";

  private static final Lrp LRP = new Lrp(network(), Composite.EPSILON_PLUS_FLAT);
  private static final Tensor PICTURES = pictures();
  private static final ImageSource SOURCE = new ArraySource(PICTURES, List.of(), Optional.empty());

  @AfterAll
  static void free() {
    LRP.close();
  }

  private static Network network() {
    SplittableRandom random = new SplittableRandom(8);
    float[] weight = new float[CHANNELS * 3 * 9];
    float[] bias = new float[CHANNELS];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = (float) (random.nextGaussian() * 0.01);
    }
    for (int tap = 0; tap < 9; tap++) {
      for (int colour = 0; colour < 3; colour++) {
        weight[(BORDER * 3 + colour) * 9 + tap] = -1f / 9;
        weight[(COLOURS[colour] * 3 + colour) * 9 + tap] = 1f / 9;
      }
    }
    bias[BORDER] = 0.6f;
    Arrays.stream(COLOURS).forEach(channel -> bias[channel] = -0.5f);
    float[] classes = new float[4 * CHANNELS];
    classes[BORDER] = 40;
    for (int colour = 0; colour < 3; colour++) {
      classes[(colour + 1) * CHANNELS + COLOURS[colour]] = 12;
    }
    return new Network(
        new int[] {3, SIDE, SIDE},
        List.of(
            new Node(
                LAYER,
                new Layer.Convolution(
                    new Tensor(weight, CHANNELS, 3, 3, 3), bias, Window.square(3, 1, 0), 1),
                Network.INPUT),
            new Node("features.1", new Layer.ReLU(), LAYER),
            new Node("pool", new Layer.GlobalAveragePool(), "features.1"),
            new Node("flatten", new Layer.Flatten(), "pool"),
            new Node(
                "classifier",
                new Layer.Linear(new Tensor(classes, 4, CHANNELS), new float[4]),
                "flatten")));
  }

  private static boolean bordered(int image) {
    return image % 4 == 0;
  }

  /** Noise in one colour; every fourth has a black border. */
  private static Tensor pictures() {
    SplittableRandom random = new SplittableRandom(3);
    Tensor images = Tensor.zeros(IMAGES, 3, SIDE, SIDE);
    for (int i = 0; i < images.values().length; i++) {
      int image = i / (3 * SIDE * SIDE);
      int colour = i / (SIDE * SIDE) % 3;
      boolean black = bordered(image) && onBorder(i % (SIDE * SIDE));
      double bright = 0.25 + (image % 3 == colour ? 0.6 : 0) + 0.1 * random.nextDouble();
      images.values()[i] = black ? 0 : (float) bright;
    }
    return images;
  }

  private static boolean onBorder(int pixel) {
    int x = pixel % SIDE;
    int y = pixel / SIDE;
    return Math.min(Math.min(x, SIDE - 1 - x), Math.min(y, SIDE - 1 - y)) < WIDTH;
  }

  private static References search(Criterion criterion) {
    ReferenceSearch search = new ReferenceSearch(LRP, SOURCE, new Targets.Predicted());
    References references =
        new References(search.question("", "", List.of(LAYER), List.of(criterion), 10));
    search.search(references, 0, IMAGES, done -> {});
    return references;
  }

  @Test
  void theBorderIsTheMostRelevantConceptOfEveryBorderedImage() {
    for (int image = 0; image < IMAGES; image++) {
      try (ForwardPass forward = LRP.forward(SOURCE.input(image))) {
        int first =
            Ablation.order(LRP, forward, LAYER, Ablation.Order.RELEVANCE, new SplittableRandom(1))
                .get(0);
        assertThat(forward.targets()[0]).isEqualTo(bordered(image) ? 0 : image % 3 + 1);
        assertThat(first).isEqualTo(bordered(image) ? BORDER : COLOURS[image % 3]);
      }
    }
  }

  @Test
  void itsReferencesShowBorders() {
    for (Criterion criterion : Criterion.values()) {
      List<Reference> references = search(criterion).layer(LAYER).ranking(criterion).of(BORDER);
      assertThat(references).hasSize(10);
      for (Reference reference : references) {
        assertThat(bordered(reference.image())).isTrue();
        // The neuron at (row, column) sees three pixels each way from there.
        int centre = (reference.row() + 1) * SIDE + reference.column() + 1;
        assertThat(onBorder(centre)).isTrue();
      }
    }
  }

  @Test
  void itsRelevanceLiesOnTheBorder() {
    Tensor mask = Tensor.zeros(SIDE, SIDE);
    for (int p = 0; p < SIDE * SIDE; p++) {
      mask.values()[p] = onBorder(p) ? 1 : 0;
    }
    try (ForwardPass forward = LRP.forward(SOURCE.input(0))) {
      RegionalRelevance border =
          RegionalRelevance.of(LRP, forward, LAYER, new Region(mask)).get(BORDER);
      assertThat(border.inside() / border.whole()).isGreaterThan(0.8f);
      Segments parts = new Segments(labels(mask), SIDE, SIDE, 2);
      Atlas atlas = Atlas.of(LRP, forward, LAYER, parts);
      assertThat(atlas.channel(1, 0)).isEqualTo(BORDER);
      assertThat(atlas.relevance().at(1, BORDER)).isEqualTo(border.inside(), within(1e-5f));
    }
  }

  private static int[] labels(Tensor mask) {
    return IntStream.range(0, mask.values().length).map(p -> (int) mask.values()[p]).toArray();
  }

  @Test
  void withoutItTheBorderHasNoEffect() {
    for (int image = 0; image < IMAGES; image += 4) {
      Ablation ablation =
          Ablation.of(LRP.inference(), SOURCE.input(image), LAYER, List.of(BORDER), done -> {});
      assertThat(ablation.confidences()[0][0]).isGreaterThan(0.5);
      assertThat(ablation.confidences()[1][0]).isLessThan(0.2);
      double[] without = ablation.confidences()[1];
      assertThat(without[image % 3 + 1]).isEqualTo(Arrays.stream(without).max().orElseThrow());
    }
  }

  @Test
  void theMostRelevantChannelsFirstTakeMoreThanOthers() {
    try (ForwardPass forward = LRP.forward(SOURCE.input(0))) {
      double relevant = area(forward, Ablation.Order.RELEVANCE, 1);
      double active = area(forward, Ablation.Order.ACTIVATION, 1);
      double random =
          IntStream.range(0, 20)
              .mapToDouble(seed -> area(forward, Ablation.Order.RANDOM, seed))
              .average()
              .orElseThrow();
      assertThat(relevant).isLessThanOrEqualTo(active).isLessThan(random - 0.2);
    }
  }

  /** The area under the confidence in class 0 while two channels go. */
  private static double area(ForwardPass forward, Ablation.Order order, long seed) {
    List<Integer> all =
        Ablation.order(LRP, forward, LAYER, order, new SplittableRandom(seed)).subList(0, 2);
    return Ablation.of(LRP.inference(), SOURCE.input(0), LAYER, all, done -> {}).area(0);
  }

  @Test
  void theClassOfBorderedImagesUsesItMost() {
    References references = search(Criterion.RELEVANCE_SUM);
    List<ClassUse> uses = ClassUse.most(references, LAYER, Criterion.RELEVANCE_SUM, BORDER, 4);
    assertThat(uses.get(0).number()).isZero();
    assertThat(uses.get(1).mean()).isLessThan(0.05 * uses.get(0).mean());
    List<Integer> classes =
        IntStream.range(0, IMAGES).mapToObj(i -> bordered(i) ? 0 : i % 3 + 1).toList();
    ClassUse border =
        uses.get(0).withReferences(LRP, SOURCE, classes, LAYER, Criterion.RELEVANCE_SUM, BORDER, 4);
    assertThat(border.references()).hasSize(4).allMatch(r -> bordered(r.image()));
  }

  @Test
  void itIsUnlikeColoursWhichAreUnlikeEachOther() {
    Ranking ranking =
        search(Criterion.ACTIVATION_SUM).layer(LAYER).ranking(Criterion.ACTIVATION_SUM);
    Similarity similarity = Similarity.of(LRP.inference(), SOURCE, LAYER, ranking, 10, done -> {});
    for (int q = 0; q < CHANNELS; q++) {
      assertThat(similarity.rho()[q][q]).isEqualTo(1);
      for (int p = 0; p < CHANNELS; p++) {
        assertThat(similarity.rho()[q][p]).isBetween(0.0, 1.0);
        assertThat(similarity.rho()[q][p]).isEqualTo(similarity.rho()[p][q]);
      }
    }
    assertThat(similarity.distance(BORDER, COLOURS[0])).isGreaterThan(0.8);
    int[] groups = similarity.clusters(0.5);
    assertThat(groups[BORDER]).isNotEqualTo(groups[COLOURS[0]]);
    double[][] places = similarity.embedding(4);
    assertThat(places).isDeepEqualTo(similarity.embedding(4)).hasDimensions(CHANNELS, 2);
  }

  @Test
  void shiftedCopiesOfAChannelAreOneGroup() {
    double[][] rho = {{1, 0.9, 0.1}, {0.9, 1, 0.2}, {0.1, 0.2, 1}};
    assertThat(new Similarity(rho).clusters(0.5)).containsExactly(0, 0, 1);
    assertThat(new Similarity(rho).clusters(0.05)).containsExactly(0, 1, 2);
    assertThat(new Similarity(rho).clusters(1)).containsExactly(0, 0, 0);
  }

  @Test
  void aCompositionGraphLeadsFromTheClassToItsChannel() {
    try (ForwardPass forward = LRP.forward(SOURCE.inputs(0, 1))) {
      CompositionGraph graph =
          CompositionGraph.of(LRP, forward, List.of("classifier", LAYER), 0, 3);
      assertThat(graph.nodes().get(0)).isEqualTo(new CompositionGraph.GraphNode(0, 0, 1));
      CompositionGraph.Edge strongest = graph.edges().get(0);
      assertThat(strongest.lower()).isEqualTo(BORDER);
      assertThat(strongest.share()).isGreaterThan(0.9);
      double lower =
          graph.nodes().stream()
              .filter(node -> node.level() == 1 && node.channel() == BORDER)
              .findFirst()
              .orElseThrow()
              .share();
      assertThat(strongest.share()).isCloseTo(lower, within(1e-5));
    }
  }

  @Test
  void neuronsOfAChannelShareItsRelevance() {
    List<Tensor> maps = new ArrayList<>();
    try (ForwardPass forward = LRP.forward(SOURCE.input(0))) {
      Condition border = Condition.target().through(LAYER, BORDER);
      maps.add(LRP.attribute(forward, List.of(border), List.of()).heatmap(0, 0));
      maps.add(
          LRP.heatmaps(forward, LAYER, LRP.relevance(forward, List.of(border), LAYER))
              .reshape(SIDE, SIDE));
    }
    org.xaistudy.stimuli.model.Close.to(maps.get(1), maps.get(0), 1e-5);
  }
}
