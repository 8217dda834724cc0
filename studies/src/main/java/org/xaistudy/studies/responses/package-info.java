/**
 * The columns of {@code responses.csv} and the words in them, which the server writes and the
 * analysis reads.
 */
@NullMarked
package org.xaistudy.studies.responses;

import org.jspecify.annotations.NullMarked;
