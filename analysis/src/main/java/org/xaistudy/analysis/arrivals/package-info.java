/**
 * Who arrived at a study and what they told about themselves, from {@code participants.csv}.
 *
 * <p>Nothing here compares methods; the report shows it as it is. Enter at {@link
 * org.xaistudy.analysis.arrivals.Arrivals}.
 */
@NullMarked
package org.xaistudy.analysis.arrivals;

import org.jspecify.annotations.NullMarked;
