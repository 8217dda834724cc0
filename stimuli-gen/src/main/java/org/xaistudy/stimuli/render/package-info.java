/**
 * Numbers as pictures: heat maps, masked images, rows of tiles, and files that tell nothing but
 * what they show. Enter at {@link org.xaistudy.stimuli.render.HeatMap}.
 */
@NullMarked
package org.xaistudy.stimuli.render;

import org.jspecify.annotations.NullMarked;
