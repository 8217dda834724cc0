/**
 * The report of a study that is closed, made by the analysis from the same {@code responses.csv}
 * that researchers download. Statistics belong in the module {@code analysis}. Enter at {@link
 * org.xaistudy.server.report.ReportPages}.
 */
@NullMarked
package org.xaistudy.server.report;

import org.jspecify.annotations.NullMarked;
