package org.xaistudy.stimuli.attribution.layer;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xaistudy.stimuli.attribution.rule.Branch;
import org.xaistudy.stimuli.attribution.rule.Branch.Term;
import org.xaistudy.stimuli.attribution.rule.InputPart;
import org.xaistudy.stimuli.attribution.rule.Rule;
import org.xaistudy.stimuli.attribution.rule.Stabiliser;
import org.xaistudy.stimuli.attribution.rule.WeightPart;

/** A convolution or linear layer under a rule. */
public final class LinearPropagation implements Propagation {
  private final Weights weights;
  private final NDArray x;
  private final NDArray output;
  private final List<Branch> branches;
  private final boolean nonNegative;
  private final double epsilon;
  private final boolean biasesAbsorb;
  private final Cache cache;

  /**
   * @param x the layer's input (N, …)
   * @param output the layer's output (N, …)
   */
  LinearPropagation(
      Weights weights,
      Rule rule,
      NDArray x,
      boolean nonNegative,
      NDArray output,
      boolean biasesAbsorb,
      Cache cache) {
    this.weights = weights;
    this.x = x;
    this.output = output;
    this.nonNegative = nonNegative;
    this.branches = rule.branches(nonNegative);
    this.epsilon = rule.epsilon();
    this.biasesAbsorb = biasesAbsorb;
    this.cache = cache;
  }

  @Override
  public List<Relevance> propagate(Relevance upper) {
    Map<InputPart, NDArray> sums = new LinkedHashMap<>();
    for (Branch branch : branches) {
      NDArray s = weighted(upper, branch, true);
      for (Term term : branch.terms()) {
        sums.merge(term.input(), weights.transposed(s, term.weight(), x), NDArray::add);
      }
    }
    return List.of(combined(sums));
  }

  @Override
  public NDArray gather(List<NDArray> shares) {
    return branches.stream()
        .map(branch -> gathered(branch, shares.get(0)))
        .reduce(NDArray::add)
        .orElseThrow();
  }

  private NDArray gathered(Branch branch, NDArray share) {
    NDArray sum =
        branch.terms().stream()
            .map(term -> gathered(term, share))
            .reduce(NDArray::add)
            .orElseThrow();
    NDArray scale = scale(branch);
    return scale == null ? sum.mul(branch.coefficient()) : Relevance.times(sum, scale);
  }

  private NDArray gathered(Term term, NDArray share) {
    NDArray factor = input(term.input());
    NDArray weighted = factor == null ? share : Relevance.times(share, factor);
    return weights.forward(weighted, term.weight());
  }

  /**
   * How much each output channel hands to each input channel, summed over space (Achtibat et al.
   * 2023, eq. 12): a weight-gradient convolution a branch, one matrix product a tap.
   *
   * @param relevance (N, O, …) of the layer's output
   * @return (N, O, I)
   */
  public NDArray composition(NDArray relevance) {
    NDArray sum = null;
    for (Branch branch : branches) {
      NDArray s = weighted(Relevance.of(relevance), branch, false);
      for (Term term : branch.terms()) {
        NDArray factor = input(term.input());
        NDArray signal = factor == null ? x.onesLike() : factor;
        NDArray part = weights.composition(s, signal, term.weight());
        sum = sum == null ? part : sum.add(part);
      }
    }
    return requireNonNull(sum, "a rule has a branch");
  }

  /**
   * Hands down what single channels have, one a pass.
   *
   * @param upper (N, K, …) relevance, not (N·K, …): in column k that of channel {@code channels[k]}
   * @return of (N·K, …)
   */
  public Relevance propagateSingly(NDArray upper, NDArray channels) {
    Map<InputPart, NDArray> sums = new LinkedHashMap<>();
    for (Branch branch : branches) {
      NDArray scale = scale(branch);
      NDArray s =
          scale == null ? upper.mul(branch.coefficient()) : upper.mul(chosen(scale, channels));
      for (Term term : branch.terms()) {
        NDArray part = weights.transposedSingly(s, channels, term.weight(), x);
        sums.merge(term.input(), part, NDArray::add);
      }
    }
    return combined(sums);
  }

  private static NDArray chosen(NDArray scale, NDArray channels) {
    return scale.getShape().get(1) == 1 ? scale : Channels.select(scale, channels);
  }

  /**
   * s = R · coefficient / stab(z).
   *
   * @param summed whether what all output channels treat alike may be summed over them
   */
  private NDArray weighted(Relevance upper, Branch branch, boolean summed) {
    if (!branch.denominator()) {
      return branch.coefficient() == 1
          ? upper.product()
          : upper.product().mul(branch.coefficient());
    }
    NDArray above = upper.factor();
    if (divides(branch)) {
      NDArray z = divisor(branch);
      return above == null
          ? Relevance.over(upper.values(), z)
          : Relevance.times(
              upper.values(),
              cache.derive(above, List.of(this, branch), () -> Relevance.over(above, z)));
    }
    NDArray scale = requireNonNull(scale(branch));
    if (summed && isFlat(branch) && weights.isConvolution() && weights.separable()) {
      // Flat: all channels have one denominator, so their relevance is summed before the division.
      return Relevance.times(upper.product().sum(new int[] {1}, true), scale);
    }
    if (above == null) {
      return Relevance.times(upper.values(), scale);
    }
    NDArray both = cache.derive(above, List.of(this, branch), () -> Relevance.times(above, scale));
    return Relevance.times(upper.values(), both);
  }

  /**
   * Whether relevance is divided by the stabilised z itself, which comes out of a convolution as it
   * is: ε goes in with the bias. That spares two passes over arrays of the output's size.
   */
  private boolean divides(Branch branch) {
    return branch.denominator()
        && branch.coefficient() == 1
        && branch.outputs() == Branch.Outputs.ANY
        && branch.isNonNegative(nonNegative)
        && branch.terms().size() == 1
        && !isFlat(branch)
        && biasesAbsorb
        && weights.bias(branch.bias()) != null;
  }

  /** z + ε of a branch of a single term whose z is at least 0. */
  private NDArray divisor(Branch branch) {
    NDArray bias = weights.stabilisedBias(branch.bias(), epsilon);
    return cache.get(List.of(this, branch, "z"), () -> forward(branch.terms().get(0), bias));
  }

  /** coefficient / stab(z) where the output has the branch's sign, 0 elsewhere; null: no z. */
  private @Nullable NDArray scale(Branch branch) {
    if (!branch.denominator()) {
      return null;
    }
    return cache.get(
        List.of(this, branch),
        () -> divides(branch) ? divisor(branch).pow(-1) : stabilised(denominator(branch), branch));
  }

  private NDArray stabilised(NDArray z, Branch branch) {
    NDArray inverse =
        branch.isNonNegative(nonNegative)
            ? Stabiliser.inverseOfNonNegative(z, epsilon)
            : Stabiliser.inverse(z, epsilon);
    if (branch.coefficient() != 1) {
      inverse.muli(branch.coefficient());
    }
    return switch (branch.outputs()) {
      case ANY -> inverse;
      case POSITIVE -> inverse.mul(output.gt(0).toType(inverse.getDataType(), false));
      case NEGATIVE -> inverse.mul(output.lt(0).toType(inverse.getDataType(), false));
    };
  }

  /** z of a branch, (N or 1, …). */
  NDArray denominator(Branch branch) {
    NDArray bias = biasesAbsorb ? weights.bias(branch.bias()) : null;
    List<Term> terms = branch.terms();
    if (isFlat(branch)) {
      return weights.taps(x);
    }
    if (bias != null && terms.size() == 1 && isPlain(terms.get(0))) {
      return output;
    }
    NDArray z = forward(terms.get(0), bias);
    for (Term term : terms.subList(1, terms.size())) {
      z = z.add(forward(term, null));
    }
    return z;
  }

  private static boolean isFlat(Branch branch) {
    return branch.terms().get(0).weight() instanceof WeightPart.Ones;
  }

  private static boolean isPlain(Term term) {
    return term.input() instanceof InputPart.All && term.weight() instanceof WeightPart.All;
  }

  private NDArray forward(Term term, @Nullable NDArray bias) {
    NDArray part = input(term.input());
    NDArray ones = part == null ? x.get("0:1").onesLike() : part;
    return weights.forward(ones, term.weight(), bias);
  }

  private Relevance combined(Map<InputPart, NDArray> sums) {
    List<Relevance> parts = new ArrayList<>();
    sums.forEach((part, values) -> parts.add(new Relevance(values, input(part))));
    return parts.size() == 1
        ? parts.get(0)
        : Relevance.of(parts.stream().map(Relevance::product).reduce(NDArray::add).orElseThrow());
  }

  private @Nullable NDArray input(InputPart part) {
    if (part instanceof InputPart.All) {
      return x;
    }
    return part instanceof InputPart.One
        ? null
        : cache.get(List.of(this, part), () -> requireNonNull(part.of(x)));
  }

  /** Sums of relevance that go no further down. */
  public record Absorbed(double byBias, double byStabiliser) {}

  /** What of {@code relevance} the bias, and what the stabiliser keeps. */
  public Absorbed absorbed(NDArray relevance) {
    double byBias = 0;
    double byStabiliser = 0;
    for (Branch branch : branches) {
      NDArray bias = biasesAbsorb ? weights.bias(branch.bias()) : null;
      if (branch.denominator()) {
        NDArray s = Relevance.times(relevance, requireNonNull(scale(branch)));
        NDArray addition = Stabiliser.addition(denominator(branch), epsilon);
        byBias += bias == null ? 0 : s.mul(weights.perChannel(bias)).sum().getFloat();
        byStabiliser += s.mul(addition).sum().getFloat();
      }
    }
    return new Absorbed(byBias, byStabiliser);
  }
}
