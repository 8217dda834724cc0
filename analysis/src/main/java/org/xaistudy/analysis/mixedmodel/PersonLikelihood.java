package org.xaistudy.analysis.mixedmodel;

/** How likely one person's judgements are, whatever their own bias and sensitivity. */
interface PersonLikelihood {
  /**
   * The logarithm, with its derivatives.
   *
   * @param parameters the five of {@link Person}
   * @param gradient to be filled
   * @param hessian to be filled with second derivatives; empty if not wanted
   */
  double at(Judgements said, double[] parameters, double[] gradient, double[][] hessian);

  /** Whether second derivatives cost next to nothing beside the rest. */
  boolean bendsForFree();
}
