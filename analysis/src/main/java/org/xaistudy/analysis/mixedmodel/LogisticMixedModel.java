package org.xaistudy.analysis.mixedmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.RealMatrix;
import org.xaistudy.analysis.mixedmodel.Coefficient.Term;
import org.xaistudy.analysis.responses.Answer;
import org.xaistudy.analysis.responses.Arm;

/**
 * A logistic regression of trials with a random intercept per participant and, if asked, one per
 * stimulus.
 *
 * @param outcome what is predicted
 * @param stimuli whether stimuli have intercepts of their own
 * @param asLme4 whether to end where {@code lme4} ends, a little aside from the top; only without
 *     stimuli
 */
public record LogisticMixedModel(Outcome outcome, boolean stimuli, boolean asLme4) {
  /** Estimates beyond this are not numbers but directions: odds above e¹⁰. */
  private static final double RUNAWAY = 10;

  /** So many cells tell well enough where to begin. */
  private static final int ENOUGH_CELLS = 40_000;

  /** What is predicted, and from what. */
  public enum Outcome {
    /** {@code correct ~ method}. */
    CORRECT("correct ~ method"),
    /**
     * {@code answer ~ truth × method} with truth as ±½: the intercept is the bias to say yes, the
     * slope by truth the sensitivity.
     */
    ANSWER("answer ~ truth × method");

    private final String formula;

    Outcome(String formula) {
      this.formula = formula;
    }
  }

  /** As in R, for people. */
  public String formula() {
    return outcome.formula + " + (1 | participant)" + (stimuli ? " + (1 | stimulus)" : "");
  }

  /** The name of its table in {@code statistics.csv}. */
  public String table() {
    return (outcome == Outcome.CORRECT ? "glmm.correct" : "glmm.answer")
        + (stimuli ? ".stimulus" : asLme4 ? "" : ".exact");
  }

  /**
   * Fits the model to the arms; the first one is the reference. Where it cannot be fitted, because
   * an arm judged one kind of model only or the numbers do not suffice, all estimates are {@code
   * NaN} and it has not converged.
   */
  public MixedModelFit fit(List<Arm> arms) {
    return fit(List.of(this), arms).get(0);
  }

  /** The same of people alone, at the exact top and, from there, where {@code lme4} ends. */
  public static List<MixedModelFit> fitExactAndAsLme4(Outcome outcome, List<Arm> arms) {
    return fit(
        List.of(
            new LogisticMixedModel(outcome, false, false),
            new LogisticMixedModel(outcome, false, true)),
        arms);
  }

  /** Fits models that share their top. */
  private static List<MixedModelFit> fit(List<LogisticMixedModel> alike, List<Arm> arms) {
    LogisticMixedModel first = alike.get(0);
    try {
      if (first.determined(arms)) {
        Cells cells = CellCounts.of(first, arms);
        Newton.Minimum top = first.top(arms, cells);
        return alike.stream().map(model -> model.fitted(arms, cells, top)).toList();
      }
    } catch (MathIllegalArgumentException | MathIllegalStateException numbersDoNotSuffice) {
      // As where there is nothing to determine it by.
    }
    return alike.stream().map(model -> model.unfitted(arms)).toList();
  }

  private boolean determined(List<Arm> arms) {
    return outcome == Outcome.CORRECT
        || arms.stream().allMatch(arm -> arm.answers().map(Answer::truth).distinct().count() == 2);
  }

  private MixedModelFit unfitted(List<Arm> arms) {
    return new MixedModelFit(
        this,
        terms(arms).stream().map(term -> new Coefficient(term, Double.NaN, Double.NaN)).toList(),
        Double.NaN,
        stimuli ? OptionalDouble.of(Double.NaN) : OptionalDouble.empty(),
        Double.NaN,
        false,
        false);
  }

  private MixedModelFit fitted(List<Arm> arms, Cells cells, Newton.Minimum top) {
    Newton.Minimum found = found(cells, top);
    double[] parameters = found.parameters();
    return new MixedModelFit(
        this,
        coefficients(arms, cells.grouping(), found),
        Math.abs(parameters[0]),
        stimuli ? OptionalDouble.of(Math.abs(parameters[1])) : OptionalDouble.empty(),
        -found.value(),
        found.converged(),
        runsAway(parameters));
  }

  /**
   * Where there are very many people, every so many of them tell nearly where the top is and how it
   * curves, at a small part of the cost.
   */
  private Newton.Minimum top(List<Arm> arms, Cells cells) {
    Newton newton = new Newton(new Laplace(cells));
    int share = cells.size() / ENOUGH_CELLS;
    if (share < 2) {
      return newton.from(start(arms, cells));
    }
    List<Arm> some = arms.stream().map(arm -> arm.every(share)).toList();
    Cells fewer = CellCounts.of(this, some);
    Newton.Minimum near = new Newton(new Laplace(fewer)).from(start(some, fewer));
    return newton.near(near.parameters(), near.hessian().scalarMultiply(share));
  }

  /** With stimuli, from where the model without them ends, which is quick to find. */
  private double[] start(List<Arm> arms, Cells cells) {
    double[] start = flat(cells);
    if (stimuli) {
      Cells without = CellCounts.of(new LogisticMixedModel(outcome, false, false), arms);
      double[] near = new Newton(new Laplace(without)).from(flat(without)).parameters();
      System.arraycopy(near, 1, start, 2, cells.fixed());
      start[0] = Math.max(Math.abs(near[0]), 0.1);
      start[1] = 0.3;
    }
    return start;
  }

  private static double[] flat(Cells cells) {
    double[] start = new double[cells.grouping() + cells.fixed()];
    Arrays.fill(start, 0, cells.grouping(), 0.5);
    return start;
  }

  /** Follows lme4 where there is a top to follow it on. */
  private Newton.Minimum found(Cells cells, Newton.Minimum exact) {
    boolean regular =
        exact.converged()
            && !runsAway(exact.parameters())
            && Math.abs(exact.parameters()[0]) > MixedModelFit.SINGULAR;
    return asLme4 && regular ? new Lme4Imitation(cells).near(exact) : exact;
  }

  private static boolean runsAway(double[] parameters) {
    return Arrays.stream(parameters).anyMatch(value -> Math.abs(value) > RUNAWAY);
  }

  private List<Coefficient> coefficients(List<Arm> arms, int skip, Newton.Minimum found) {
    List<Term> terms = terms(arms);
    boolean[] kept = new boolean[found.parameters().length];
    Arrays.fill(kept, true);
    RealMatrix covariance = found.covariance(kept);
    List<Coefficient> coefficients = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      coefficients.add(
          new Coefficient(
              terms.get(i),
              found.parameters()[skip + i],
              Math.sqrt(covariance.getEntry(skip + i, skip + i))));
    }
    return coefficients;
  }

  private List<Term> terms(List<Arm> arms) {
    String reference = arms.get(0).method();
    List<Term> terms = new ArrayList<>();
    for (Arm arm : arms) {
      String versus = arm.method().equals(reference) ? "" : reference;
      for (String effect : effects(versus.isEmpty())) {
        terms.add(new Term(arm.method(), versus, effect));
      }
    }
    return terms;
  }

  private List<String> effects(boolean reference) {
    if (outcome == Outcome.CORRECT) {
      return List.of(reference ? "intercept" : "log_odds_ratio");
    }
    return reference
        ? List.of("bias", "sensitivity")
        : List.of("bias_difference", "sensitivity_difference");
  }
}
