/** The study format: what {@code study.yaml} says, as records. Enter at {@code Study}. */
package org.xaistudy.studies;
