/**
 * Mixed models by Laplace's approximation, for trials that are not independent: those of one
 * person, and those of one stimulus.
 *
 * <p>Enter at {@link org.xaistudy.analysis.mixedmodel.LogisticMixedModel}.
 */
@NullMarked
package org.xaistudy.analysis.mixedmodel;

import org.jspecify.annotations.NullMarked;
