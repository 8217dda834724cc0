package org.xaistudy.analysis.mixedmodel;

import org.apache.commons.math3.linear.RealMatrix;

/** A smooth function to be minimised. */
interface Surface {
  /** The value at a point and the way up from there. */
  record Point(double value, double[] gradient) {}

  /** At these parameters. */
  Point at(double[] parameters);

  /** Second derivatives there. */
  RealMatrix hessian(double[] parameters);

  /** Whether they cost next to nothing where the value was asked for last. */
  default boolean bendsForFree() {
    return false;
  }
}
