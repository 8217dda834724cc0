/**
 * Comparing methods by their participants' means: tests, effect sizes, corrections.
 *
 * <p>Each test is a record of its result, made from two or more {@link
 * org.xaistudy.analysis.comparison.Scores samples}, or from differences of pairs; what the data do
 * not determine is {@code NaN}, never a guess. Enter at {@link
 * org.xaistudy.analysis.comparison.TTest}.
 */
@NullMarked
package org.xaistudy.analysis.comparison;

import org.jspecify.annotations.NullMarked;
