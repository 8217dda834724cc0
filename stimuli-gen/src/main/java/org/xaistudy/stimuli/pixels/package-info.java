/**
 * Images as numbers: resampling, and the way from a picture to a network's input. Enter at {@link
 * org.xaistudy.stimuli.pixels.Pixels}.
 */
@NullMarked
package org.xaistudy.stimuli.pixels;

import org.jspecify.annotations.NullMarked;
