/**
 * How often people are right, per method: counts, rates and signal detection.
 *
 * <p>Comparisons between methods belong to {@code comparison}. Enter at {@link
 * org.xaistudy.analysis.rates.Confusion}.
 */
@NullMarked
package org.xaistudy.analysis.rates;

import org.jspecify.annotations.NullMarked;
