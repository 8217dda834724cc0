/**
 * Labelled images and signals: drawn birds, drawn heart beats, or photographs in folders. Knows
 * nothing of artefacts and models. Enter at {@link org.xaistudy.stimuli.dataset.LabelledImages}.
 */
@NullMarked
package org.xaistudy.stimuli.dataset;

import org.jspecify.annotations.NullMarked;
