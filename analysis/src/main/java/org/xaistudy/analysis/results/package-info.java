/** All numbers of one study, computed once for every form of output; see {@link Results}. */
@NullMarked
package org.xaistudy.analysis.results;

import org.jspecify.annotations.NullMarked;
