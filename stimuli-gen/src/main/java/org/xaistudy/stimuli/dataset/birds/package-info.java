/**
 * A procedural data set: birds whose classes differ by parts that a person can name. Deterministic
 * by seed, sharp at any resolution, with a mask for each part. Enter at {@link
 * org.xaistudy.stimuli.dataset.birds.BirdSample}.
 */
@NullMarked
package org.xaistudy.stimuli.dataset.birds;

import org.jspecify.annotations.NullMarked;
