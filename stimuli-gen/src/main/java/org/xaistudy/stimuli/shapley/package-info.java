/**
 * Shapley values of an image's segments, and the segments: superpixels, grids, given maps. Needs
 * nothing of a network but its logits. Enter at {@link org.xaistudy.stimuli.shapley.Shapley}.
 */
@NullMarked
package org.xaistudy.stimuli.shapley;

import org.jspecify.annotations.NullMarked;
