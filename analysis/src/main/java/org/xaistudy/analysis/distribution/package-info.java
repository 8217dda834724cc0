/**
 * Distributions: the normal and the noncentral t, the intervals that their quantiles make, the
 * median, and the streams of random numbers that work in parallel draws from. Knows nothing of
 * studies.
 */
@NullMarked
package org.xaistudy.analysis.distribution;

import org.jspecify.annotations.NullMarked;
