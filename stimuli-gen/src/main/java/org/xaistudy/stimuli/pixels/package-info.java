/**
 * Images as numbers: resampling, and the way from a picture to a network's input. Enter at {@link
 * org.xaistudy.stimuli.pixels.Pixels}.
 */
package org.xaistudy.stimuli.pixels;
