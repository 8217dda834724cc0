/**
 * The results as one page for people; see {@link Report}.
 *
 * <p>Numbers are only put into words and tables here, never computed.
 */
@NullMarked
package org.xaistudy.analysis.report;

import org.jspecify.annotations.NullMarked;
