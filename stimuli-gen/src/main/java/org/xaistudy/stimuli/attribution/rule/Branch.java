package org.xaistudy.stimuli.attribution.rule;

import java.util.List;

/**
 * A share of what a rule hands down.
 *
 * <p>With z = Σ_m W_m ⋆ x_m + b and s = coefficient · R / stab(z), where R is set to zero outside
 * of {@code outputs}, the layer's input gets Σ_m x_m ⊙ W_mᵀ s. Without denominator s is coefficient
 * · R. All rules of the package are sums of such branches.
 *
 * @param bias the part of the layer's bias that counts in z
 */
public record Branch(
    double coefficient, Outputs outputs, List<Term> terms, WeightPart bias, boolean denominator) {
  /** Where a layer's true output has which sign. */
  public enum Outputs {
    ANY,
    POSITIVE,
    NEGATIVE
  }

  /** x_m and W_m. */
  public record Term(InputPart input, WeightPart weight) {
    private boolean isNonNegative(boolean nonNegative) {
      boolean positive =
          input instanceof InputPart.Positive || (input instanceof InputPart.All && nonNegative);
      return (positive && weight instanceof WeightPart.Positive)
          || (input instanceof InputPart.Negative && weight instanceof WeightPart.Negative);
    }
  }

  /**
   * Whether z ≥ 0 is known.
   *
   * @param nonNegative whether the layer's input is at least 0
   */
  public boolean isNonNegative(boolean nonNegative) {
    boolean bias = this.bias instanceof WeightPart.Positive || this.bias instanceof WeightPart.None;
    return bias && terms.stream().allMatch(term -> term.isNonNegative(nonNegative));
  }

  /** A branch for outputs of any sign, with a denominator. */
  public static Branch of(double coefficient, WeightPart bias, Term... terms) {
    return new Branch(coefficient, Outputs.ANY, List.of(terms), bias, true);
  }
}
