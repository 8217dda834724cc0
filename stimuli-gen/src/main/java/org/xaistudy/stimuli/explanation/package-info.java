/**
 * The five kinds of explanation as pictures, one class per kind of look: a heat map, or rows of
 * concepts. Enter at {@link org.xaistudy.stimuli.explanation.Explainer}.
 */
@NullMarked
package org.xaistudy.stimuli.explanation;

import org.jspecify.annotations.NullMarked;
