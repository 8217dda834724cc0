/**
 * Who counts: exclusion rules in their order, and the flow of numbers they make.
 *
 * <p>Enter at {@link org.xaistudy.analysis.quality.Flow}.
 */
package org.xaistudy.analysis.quality;
