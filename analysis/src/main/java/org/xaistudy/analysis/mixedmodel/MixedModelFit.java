package org.xaistudy.analysis.mixedmodel;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A fitted model.
 *
 * @param model what was fitted
 * @param coefficients fixed effects
 * @param participantSd standard deviation between participants, in log odds
 * @param stimulusSd standard deviation between stimuli, in log odds; absent if not modelled
 * @param logLikelihood by Laplace's approximation, of single trials
 * @param converged whether the optimiser found a top
 * @param separated whether an estimate runs off to infinity, because some group is always right or
 *     always wrong; its standard error then says nothing
 */
public record MixedModelFit(
    LogisticMixedModel model,
    List<Coefficient> coefficients,
    double participantSd,
    OptionalDouble stimulusSd,
    double logLikelihood,
    boolean converged,
    boolean separated) {
  /** Below this a standard deviation counts as 0, as in {@code lme4::isSingular}. */
  public static final double SINGULAR = 1e-4;

  /** Whether a variance component is 0: the data show no spread beyond chance. */
  public boolean singular() {
    return participantSd < SINGULAR || stimulusSd.orElse(1) < SINGULAR;
  }
}
