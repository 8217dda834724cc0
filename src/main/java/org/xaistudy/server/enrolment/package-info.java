/**
 * How an arrival becomes a run: consent, a place in an arm, the draw of the trials, all in one
 * transaction; what happens then is in {@code run}. Enter at {@link
 * org.xaistudy.server.enrolment.Enrolment}.
 */
@NullMarked
package org.xaistudy.server.enrolment;

import org.jspecify.annotations.NullMarked;
