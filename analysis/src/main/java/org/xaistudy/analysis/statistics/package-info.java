/**
 * The results as rows of {@code table,method,versus,quantity,value}, for other programs.
 *
 * <p>Enter at {@link org.xaistudy.analysis.statistics.StatisticsTable}.
 */
@NullMarked
package org.xaistudy.analysis.statistics;

import org.jspecify.annotations.NullMarked;
