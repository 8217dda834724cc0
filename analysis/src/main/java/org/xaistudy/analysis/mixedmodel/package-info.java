/**
 * Mixed models by Laplace's approximation, for trials that are not independent: those of one
 * person, and those of one stimulus.
 *
 * <p>Enter at {@link org.xaistudy.analysis.mixedmodel.LogisticMixedModel}.
 */
package org.xaistudy.analysis.mixedmodel;
