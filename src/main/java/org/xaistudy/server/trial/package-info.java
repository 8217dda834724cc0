/**
 * What a participant judges: the draw of the trials, attention checks and places of right answers
 * at enrolment, the trials, and the one answer to each. Enter at {@link
 * org.xaistudy.server.trial.Trials}.
 */
@NullMarked
package org.xaistudy.server.trial;

import org.jspecify.annotations.NullMarked;
