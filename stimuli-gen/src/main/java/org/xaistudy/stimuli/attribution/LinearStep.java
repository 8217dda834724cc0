package org.xaistudy.stimuli.attribution;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.stimuli.attribution.Branch.Term;

/** A convolution or linear layer under a rule. */
final class LinearStep implements Step {
  private final Weights weights;
  private final NDArray x;
  private final NDArray output;
  private final List<Branch> branches;
  private final double epsilon;
  private final boolean biasesAbsorb;
  private final Cache cache;

  /**
   * @param x the layer's input (N, …)
   * @param output the layer's output (N, …)
   */
  LinearStep(
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
    this.branches = rule.branches(nonNegative);
    this.epsilon = rule.epsilon();
    this.biasesAbsorb = biasesAbsorb;
    this.cache = cache;
  }

  @Override
  public List<Signal> lower(Signal upper) {
    Map<InputPart, NDArray> sums = new LinkedHashMap<>();
    for (Branch branch : branches) {
      NDArray s = weighted(upper, branch);
      for (Term term : branch.terms()) {
        sums.merge(term.input(), weights.transposed(s, term.weight(), x), NDArray::add);
      }
    }
    return List.of(combined(sums));
  }

  /**
   * Hands down what single channels have, one a pass.
   *
   * @param upper (N, K, …) relevance, not (N·K, …): in column k that of channel {@code channels[k]}
   * @return of (N·K, …)
   */
  Signal lowerSingly(NDArray upper, NDArray channels) {
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

  /** s = R · coefficient / stab(z). */
  private NDArray weighted(Signal upper, Branch branch) {
    NDArray scale = scale(branch);
    if (scale == null) {
      return branch.coefficient() == 1
          ? upper.relevance()
          : upper.relevance().mul(branch.coefficient());
    }
    if (isFlat(branch) && weights.isConvolution() && weights.separable()) {
      // Flat: all channels have one denominator, so their relevance is summed before the division.
      return Signal.times(upper.relevance().sum(new int[] {1}, true), scale);
    }
    if (upper.factor() == null) {
      return Signal.times(upper.values(), scale);
    }
    NDArray both =
        cache.derive(
            upper.factor(), List.of(this, branch), () -> Signal.times(upper.factor(), scale));
    return Signal.times(upper.values(), both);
  }

  /** coefficient / stab(z) where the output has the branch's sign, 0 elsewhere; null: no z. */
  private NDArray scale(Branch branch) {
    return branch.denominator()
        ? cache.get(List.of(this, branch), () -> stabilised(denominator(branch), branch))
        : null;
  }

  private NDArray stabilised(NDArray z, Branch branch) {
    NDArray inverse = Stabiliser.inverse(z, epsilon).mul(branch.coefficient());
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
    return branch.terms().get(0).weight() instanceof Part.Ones;
  }

  private static boolean isPlain(Term term) {
    return term.input() instanceof InputPart.All && term.weight() instanceof Part.All;
  }

  private NDArray forward(Term term, NDArray bias) {
    NDArray part = input(term.input());
    NDArray ones = part == null ? x.get("0:1").onesLike() : part;
    return weights.forward(ones, term.weight(), bias);
  }

  private Signal combined(Map<InputPart, NDArray> sums) {
    List<Signal> signals = new ArrayList<>();
    sums.forEach((part, values) -> signals.add(new Signal(values, input(part))));
    return signals.size() == 1
        ? signals.get(0)
        : Signal.of(signals.stream().map(Signal::relevance).reduce(NDArray::add).orElseThrow());
  }

  private NDArray input(InputPart part) {
    if (part instanceof InputPart.All) {
      return x;
    }
    return part instanceof InputPart.One ? null : cache.get(List.of(this, part), () -> part.of(x));
  }

  /** What of {@code relevance} the bias, and what the stabiliser keeps. */
  double[] absorbed(NDArray relevance) {
    double[] absorbed = new double[2];
    for (Branch branch : branches) {
      NDArray bias = biasesAbsorb ? weights.bias(branch.bias()) : null;
      if (branch.denominator()) {
        NDArray s = Signal.times(relevance, scale(branch));
        NDArray addition = Stabiliser.addition(denominator(branch), epsilon);
        absorbed[0] += bias == null ? 0 : s.mul(weights.perChannel(bias)).sum().getFloat();
        absorbed[1] += s.mul(addition).sum().getFloat();
      }
    }
    return absorbed;
  }
}
