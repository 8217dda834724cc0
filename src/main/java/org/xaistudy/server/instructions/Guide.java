package org.xaistudy.server.instructions;

import org.xaistudy.studies.Method;

/** What there is to say about reading a method's explanations. */
public enum Guide {
  /** Rows of concepts. */
  CONCEPTS,
  /** A heat map of single points. */
  GRAINY,
  /** A heat map of patches. */
  PATCHES,
  /** A heat map of blurred regions. */
  COARSE;

  /** The guide to a method. */
  public static Guide to(Method method) {
    if (method instanceof Method.Crp) {
      return CONCEPTS;
    }
    if (method instanceof Method.Shap) {
      return PATCHES;
    }
    return method instanceof Method.GradCam ? COARSE : GRAINY;
  }

  /** Whether to explain rows of concepts. */
  public boolean concepts() {
    return this == CONCEPTS;
  }

  /** Whether to explain single points. */
  public boolean grainy() {
    return this == GRAINY;
  }

  /** Whether to explain patches. */
  public boolean patches() {
    return this == PATCHES;
  }

  /** Whether to explain blurred regions. */
  public boolean coarse() {
    return this == COARSE;
  }
}
