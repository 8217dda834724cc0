/**
 * Is the planted truth true? What the two models do with and without the artefact, and which images
 * may therefore be shown; and what could be told from explanations without looking where they are
 * coloured. Enter at {@link org.xaistudy.stimuli.check.TruthCheck}.
 */
@NullMarked
package org.xaistudy.stimuli.check;

import org.jspecify.annotations.NullMarked;
