package org.xaistudy.stimuli.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.attribution.rule.Rule;
import org.xaistudy.stimuli.model.Layer;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Node;

/**
 * Which rule goes with which layer.
 *
 * <p>Convolutions and linear layers take the rule of their name, else {@code first} if they come
 * first, else that of their kind. All others are fixed: relevance passes through activations,
 * follows the winner of a maximum pooling, and is shared in proportion to the addends of a mean or
 * a sum; in a composite of gradients they hand down their derivative.
 *
 * @param first the first convolution's or linear layer's rule; null: that of its kind
 * @param layers rules of single layers by name
 * @param biasesAbsorb whether a bias counts in the denominators, so that its share is lost
 * @param gradient whether activations, means and sums hand down their derivative
 * @param residualGradient whether sums alone do: each addend gets all of the relevance, as in plain
 *     zennit without its canonizer for residual networks; nothing is conserved there
 */
public record Composite(
    String name,
    @Nullable Rule first,
    Rule convolution,
    Rule linear,
    Map<String, Rule> layers,
    boolean biasesAbsorb,
    boolean gradient,
    boolean residualGradient) {

  /** ZPlus for convolutions, Epsilon for linear layers. */
  public static final Composite EPSILON_PLUS = named("epsilon-plus", null, new Rule.ZPlus());

  /** The same, the first layer Flat: the study's choice. */
  public static final Composite EPSILON_PLUS_FLAT =
      named("epsilon-plus-flat", new Rule.Flat(), new Rule.ZPlus());

  /** AlphaBeta(2, 1) for convolutions, Epsilon for linear layers. */
  public static final Composite EPSILON_ALPHA2_BETA1 =
      named("epsilon-alpha2-beta1", null, new Rule.AlphaBeta(2, 1));

  /** The same, the first layer Flat. */
  public static final Composite EPSILON_ALPHA2_BETA1_FLAT =
      named("epsilon-alpha2-beta1-flat", new Rule.Flat(), new Rule.AlphaBeta(2, 1));

  /** LRP-0 wherever there is a rule to choose: on a ReLU network without bias input × gradient. */
  public static final Composite EPSILON = named("epsilon", null, new Rule.Epsilon());

  /** Derivatives instead of relevance. */
  public static final Composite GRADIENT =
      new Composite(
          "gradient", null, new Rule.Gradient(), new Rule.Gradient(), Map.of(), false, true, true);

  /** For inputs that {@link #epsilonGammaBox} is not told about: three deviations to each side. */
  private static final double USUAL_BOX = 3;

  public Composite {
    layers = Map.copyOf(layers);
  }

  private static Composite named(String name, @Nullable Rule first, Rule convolution) {
    return new Composite(
        name, first, convolution, new Rule.Epsilon(), Map.of(), true, false, false);
  }

  /**
   * Gamma(0.25) for convolutions, Epsilon for linear layers, ZBox for the first.
   *
   * @param low the smallest value an input can have, after normalisation
   * @param high the largest
   */
  public static Composite epsilonGammaBox(double low, double high) {
    return named("epsilon-gamma-box", new Rule.ZBox(low, high), new Rule.Gamma(0.25));
  }

  /** The composites that have a name. */
  public static List<Composite> all() {
    return List.of(
        EPSILON_PLUS,
        EPSILON_PLUS_FLAT,
        EPSILON_ALPHA2_BETA1,
        EPSILON_ALPHA2_BETA1_FLAT,
        epsilonGammaBox(-USUAL_BOX, USUAL_BOX),
        EPSILON);
  }

  /**
   * The composite called {@code name}, in kebab case or with underscores.
   *
   * @throws IllegalArgumentException listing the names there are
   */
  public static Composite named(String name) {
    String kebab = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return all().stream()
        .filter(composite -> composite.name().equals(kebab))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no composite is called "
                        + name
                        + "; there are "
                        + String.join(", ", all().stream().map(Composite::name).toList())));
  }

  /** The same composite whose biases take no share of the relevance. */
  public Composite withoutBiases() {
    return new Composite(
        name, first, convolution, linear, layers, false, gradient, residualGradient);
  }

  /** The same composite whose sums hand down their derivative. */
  public Composite withResidualGradient() {
    return new Composite(name, first, convolution, linear, layers, biasesAbsorb, gradient, true);
  }

  /** The rule of a convolution or linear layer. */
  Rule rule(Network network, Node node) {
    Rule own = layers.get(node.name());
    if (own != null) {
      return own;
    }
    if (first != null && node.name().equals(firstWeighted(network))) {
      return first;
    }
    if (node.layer() instanceof Layer.Linear) {
      return linear;
    } else if (node.layer() instanceof Layer.Convolution) {
      return convolution;
    }
    throw new AssertionError("only weighted layers have rules, not " + node.layer());
  }

  private static String firstWeighted(Network network) {
    return network.nodes().stream()
        .filter(n -> n.layer() instanceof Layer.Convolution || n.layer() instanceof Layer.Linear)
        .map(Node::name)
        .findFirst()
        .orElse("");
  }
}
