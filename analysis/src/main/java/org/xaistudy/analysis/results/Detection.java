package org.xaistudy.analysis.results;

import org.xaistudy.analysis.mixedmodel.DetectionFit;

/**
 * The models of sensitivity and bias, where the answers are yes and no.
 *
 * @param signal signal detection of everybody by themselves
 * @param logistic people in log odds by Laplace's approximation, as {@code lme4} fits it
 */
public record Detection(SignalModels signal, DetectionFit logistic) {}
