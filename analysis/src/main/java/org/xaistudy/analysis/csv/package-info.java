/**
 * Strict reading of CSV files, with messages that name file, line and column. Knows nothing of
 * studies. Enter at {@link org.xaistudy.analysis.csv.CsvFile}.
 */
@NullMarked
package org.xaistudy.analysis.csv;

import org.jspecify.annotations.NullMarked;
