/**
 * The results as one page for people; see {@link Report}.
 *
 * <p>Numbers are only put into words and tables here, never computed. The words themselves come
 * from the file of the report's language, by name ({@link org.xaistudy.analysis.words.Words}); the
 * plan carries the language, and {@link org.xaistudy.analysis.report.Apa} writes numbers and words
 * in it.
 */
@NullMarked
package org.xaistudy.analysis.report;

import org.jspecify.annotations.NullMarked;
