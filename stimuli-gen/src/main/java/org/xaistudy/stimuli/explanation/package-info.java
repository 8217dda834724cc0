/**
 * Kinds of explanation and the pictures that they draw. All come through one door, {@link
 * org.xaistudy.stimuli.explanation.ExplainerKind}: those of the generator, and plug-ins. Enter
 * there. How a sample itself is drawn, as a picture or a curve, is a {@link
 * org.xaistudy.stimuli.explanation.Depiction}.
 */
@NullMarked
package org.xaistudy.stimuli.explanation;

import org.jspecify.annotations.NullMarked;
