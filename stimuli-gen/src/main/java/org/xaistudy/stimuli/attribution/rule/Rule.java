package org.xaistudy.stimuli.attribution.rule;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.stimuli.attribution.rule.Branch.Term;

/**
 * How a convolution or linear layer divides the relevance R of its output among its inputs, as
 * zennit 0.5.1 defines it. x is the layer's input, W its weight, b its bias, x⁺ and x⁻ the positive
 * and negative parts; the stabiliser is stab(z) = z + ε·sign(z) with sign(0) = +1.
 */
public sealed interface Rule {
  /** The usual ε. */
  double EPSILON = 1e-6;

  /**
   * The rule's branches.
   *
   * @param nonNegative whether x ≥ 0 is known, so that what concerns x⁻ may be left out
   */
  List<Branch> branches(boolean nonNegative);

  /** The ε of the stabiliser. */
  default double epsilon() {
    return EPSILON;
  }

  /** x ⊙ Wᵀ(R / stab(W⋆x + b)). With ε → 0 this is LRP-0. */
  record Epsilon(double epsilon) implements Rule {
    public Epsilon {
      if (!(epsilon >= 0)) {
        throw new IllegalArgumentException("epsilon must not be negative, but is " + epsilon);
      }
    }

    public Epsilon() {
      this(EPSILON);
    }

    @Override
    public List<Branch> branches(boolean nonNegative) {
      return List.of(
          Branch.of(1, new WeightPart.All(), new Term(new InputPart.All(), new WeightPart.All())));
    }
  }

  /** Only what excites: z = W⁺⋆x⁺ + W⁻⋆x⁻ + b⁺. */
  record ZPlus() implements Rule {
    @Override
    public List<Branch> branches(boolean nonNegative) {
      return List.of(excitation(1, nonNegative));
    }
  }

  /**
   * What excites, α times, less what inhibits, β times: the latter with z = W⁻⋆x⁺ + W⁺⋆x⁻ + b⁻.
   *
   * @param alpha β + 1
   */
  record AlphaBeta(double alpha, double beta) implements Rule {
    public AlphaBeta {
      if (!(beta >= 0) || Math.abs(alpha - beta - 1) > 1e-9) {
        throw new IllegalArgumentException(
            "alpha − beta must be 1 and beta at least 0, but they are " + alpha + ", " + beta);
      }
    }

    @Override
    public List<Branch> branches(boolean nonNegative) {
      List<Term> inhibition = new ArrayList<>();
      inhibition.add(new Term(positive(nonNegative), new WeightPart.Negative()));
      if (!nonNegative) {
        inhibition.add(new Term(new InputPart.Negative(), new WeightPart.Positive()));
      }
      Term[] terms = inhibition.toArray(Term[]::new);
      return beta == 0
          ? List.of(excitation(alpha, nonNegative))
          : List.of(
              excitation(alpha, nonNegative), Branch.of(-beta, new WeightPart.Negative(), terms));
    }
  }

  /**
   * Weights that agree with the sign of the output count 1 + γ times; an output of zero hands
   * nothing down.
   */
  record Gamma(double gamma) implements Rule {
    public Gamma {
      if (!(gamma >= 0)) {
        throw new IllegalArgumentException("gamma must not be negative, but is " + gamma);
      }
    }

    @Override
    public List<Branch> branches(boolean nonNegative) {
      WeightPart more = new WeightPart.MorePositive(gamma);
      WeightPart less = new WeightPart.MoreNegative(gamma);
      return List.of(
          branch(Branch.Outputs.POSITIVE, more, less, nonNegative),
          branch(Branch.Outputs.NEGATIVE, less, more, nonNegative));
    }

    private static Branch branch(
        Branch.Outputs outputs, WeightPart ofPositive, WeightPart ofNegative, boolean nonNegative) {
      List<Term> terms = new ArrayList<>();
      terms.add(new Term(positive(nonNegative), ofPositive));
      if (!nonNegative) {
        terms.add(new Term(new InputPart.Negative(), ofNegative));
      }
      return new Branch(1, outputs, terms, ofPositive, true);
    }
  }

  /** W²ᵀ(R / stab(W²⋆1 + b²)): the input's values do not matter. */
  record WSquare() implements Rule {
    @Override
    public List<Branch> branches(boolean nonNegative) {
      return List.of(
          Branch.of(
              1,
              new WeightPart.Squared(),
              new Term(new InputPart.One(), new WeightPart.Squared())));
    }
  }

  /** 1ᵀ(R / stab(1⋆1)): evenly over what the output sees; no bias. */
  record Flat() implements Rule {
    @Override
    public List<Branch> branches(boolean nonNegative) {
      return List.of(
          Branch.of(
              1, new WeightPart.None(), new Term(new InputPart.One(), new WeightPart.Ones())));
    }
  }

  /**
   * For inputs known to lie between {@code low} and {@code high}: z = W⋆x − W⁺⋆l − W⁻⋆h, without
   * bias.
   */
  record ZBox(double low, double high) implements Rule {
    public ZBox {
      if (!(low < high)) {
        throw new IllegalArgumentException(
            "the box's low end must be below its high end, but they are " + low + ", " + high);
      }
    }

    @Override
    public List<Branch> branches(boolean nonNegative) {
      return List.of(
          Branch.of(
              1,
              new WeightPart.None(),
              new Term(new InputPart.All(), new WeightPart.All()),
              new Term(new InputPart.Constant(-low), new WeightPart.Positive()),
              new Term(new InputPart.Constant(-high), new WeightPart.Negative())));
    }
  }

  /** WᵀR: no relevance but the derivative. */
  record Gradient() implements Rule {
    @Override
    public List<Branch> branches(boolean nonNegative) {
      Term term = new Term(new InputPart.One(), new WeightPart.All());
      return List.of(
          new Branch(1, Branch.Outputs.ANY, List.of(term), new WeightPart.None(), false));
    }
  }

  private static Branch excitation(double coefficient, boolean nonNegative) {
    List<Term> terms = new ArrayList<>();
    terms.add(new Term(positive(nonNegative), new WeightPart.Positive()));
    if (!nonNegative) {
      terms.add(new Term(new InputPart.Negative(), new WeightPart.Negative()));
    }
    return Branch.of(coefficient, new WeightPart.Positive(), terms.toArray(Term[]::new));
  }

  private static InputPart positive(boolean nonNegative) {
    return nonNegative ? new InputPart.All() : new InputPart.Positive();
  }
}
