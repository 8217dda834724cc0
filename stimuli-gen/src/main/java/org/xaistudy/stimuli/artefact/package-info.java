/**
 * What is planted into images: each artefact knows how it gets in and which pixels are its own.
 * Enter at {@link org.xaistudy.stimuli.artefact.Planting}.
 */
@NullMarked
package org.xaistudy.stimuli.artefact;

import org.jspecify.annotations.NullMarked;
