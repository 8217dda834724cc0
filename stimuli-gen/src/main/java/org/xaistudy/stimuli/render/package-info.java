/**
 * Numbers as pictures: heat maps, masked images, curves, rows of tiles, and files that tell nothing
 * but what they show. Enter at {@link org.xaistudy.stimuli.render.HeatMap}, for signals at {@link
 * org.xaistudy.stimuli.render.Curve}.
 */
@NullMarked
package org.xaistudy.stimuli.render;

import org.jspecify.annotations.NullMarked;
