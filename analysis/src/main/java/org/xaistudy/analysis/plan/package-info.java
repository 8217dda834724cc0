/** What the analysis is asked to do, decided before the answers are seen; see {@link Plan}. */
@NullMarked
package org.xaistudy.analysis.plan;

import org.jspecify.annotations.NullMarked;
