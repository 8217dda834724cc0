/**
 * The results as rows of {@code table,method,versus,quantity,value}, for other programs.
 *
 * <p>Enter at {@link org.xaistudy.analysis.statistics.StatisticsTable}.
 */
package org.xaistudy.analysis.statistics;
