/**
 * The main path from {@code study.yaml} to a bundle of stimuli: images, two models, the check of
 * the planted truth, which images are shown, and their explanations. How each of these is done is
 * the business of the other packages. Enter at {@link org.xaistudy.stimuli.generation.Generation}.
 */
@NullMarked
package org.xaistudy.stimuli.generation;

import org.jspecify.annotations.NullMarked;
