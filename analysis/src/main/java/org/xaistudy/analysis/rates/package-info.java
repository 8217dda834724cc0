/**
 * What people said, per method: counts, rates, signal detection, ratings.
 *
 * <p>Comparisons between methods belong to {@code comparison}. Enter at {@link
 * org.xaistudy.analysis.rates.Confusion}.
 */
@NullMarked
package org.xaistudy.analysis.rates;

import org.jspecify.annotations.NullMarked;
