/**
 * The report of a study that is closed, made by the analysis from the same {@code responses.csv}
 * that researchers download, and before that the looks that its plan foresees. Statistics belong in
 * the module {@code analysis}. Enter at {@link org.xaistudy.server.report.ReportPages}, for looks
 * at {@link org.xaistudy.server.report.InterimPages}.
 */
@NullMarked
package org.xaistudy.server.report;

import org.jspecify.annotations.NullMarked;
