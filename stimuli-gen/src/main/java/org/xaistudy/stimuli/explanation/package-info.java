/**
 * Kinds of explanation and the pictures that they draw. All come through one door, {@link
 * org.xaistudy.stimuli.explanation.ExplainerKind}: those of the generator, and plug-ins. Enter
 * there.
 */
@NullMarked
package org.xaistudy.stimuli.explanation;

import org.jspecify.annotations.NullMarked;
