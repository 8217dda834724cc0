/** The study format: what {@code study.yaml} says, as records. Enter at {@code Study}. */
@NullMarked
package org.xaistudy.studies;

import org.jspecify.annotations.NullMarked;
