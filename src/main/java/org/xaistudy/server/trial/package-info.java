/**
 * What a participant judges: the draw of the trials and attention checks at enrolment, the trials,
 * and the one answer to each. Enter at {@link org.xaistudy.server.trial.Trials}.
 */
package org.xaistudy.server.trial;
