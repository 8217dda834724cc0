/**
 * What is planted into images and signals: each artefact knows how it gets in and which pixels or
 * times are its own. Enter at {@link org.xaistudy.stimuli.artefact.Planting}, for signals at {@link
 * org.xaistudy.stimuli.artefact.SignalPlanting}.
 */
@NullMarked
package org.xaistudy.stimuli.artefact;

import org.jspecify.annotations.NullMarked;
