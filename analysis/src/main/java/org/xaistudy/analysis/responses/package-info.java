/**
 * Reading {@code responses.csv} into participants and arms, strictly. Whoever judged with several
 * methods is one participant, and in several arms.
 *
 * <p>Nothing here counts or compares. Enter at {@link
 * org.xaistudy.analysis.responses.ResponsesFile}.
 */
@NullMarked
package org.xaistudy.analysis.responses;

import org.jspecify.annotations.NullMarked;
