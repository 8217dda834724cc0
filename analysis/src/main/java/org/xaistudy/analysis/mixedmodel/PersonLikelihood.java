package org.xaistudy.analysis.mixedmodel;

/** How likely one person's judgements are, whatever their own bias and sensitivity. */
interface PersonLikelihood {
  /**
   * The logarithm, with its derivatives.
   *
   * @param parameters the five of {@link Person}
   * @param gradient to be filled
   * @param hessian to be filled, if it can (see {@link #bends}) and there is room: empty if not
   *     wanted
   */
  double at(Judgements said, double[] parameters, double[] gradient, double[][] hessian);

  /** Another that thinks the same, for another thread. */
  PersonLikelihood fork();

  /** Whether second derivatives are given. */
  default boolean bends() {
    return true;
  }
}
