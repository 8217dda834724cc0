/** What the reports say, by language; see {@link org.xaistudy.analysis.words.Words}. */
@NullMarked
package org.xaistudy.analysis.words;

import org.jspecify.annotations.NullMarked;
