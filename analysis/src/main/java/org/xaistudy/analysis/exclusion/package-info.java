/**
 * Who counts: which versions of the study, which rules in which order, and the flow of numbers that
 * they make.
 *
 * <p>Enter at {@link org.xaistudy.analysis.exclusion.Flow}.
 */
@NullMarked
package org.xaistudy.analysis.exclusion;

import org.jspecify.annotations.NullMarked;
