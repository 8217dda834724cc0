/**
 * How relevance passes one layer: a {@link org.xaistudy.stimuli.attribution.layer.Propagation} for
 * each kind, made by {@link org.xaistudy.stimuli.attribution.layer.Propagations}, where to enter.
 * Which way relevance takes through the graph is not known here. For {@code attribution} alone.
 */
@NullMarked
package org.xaistudy.stimuli.attribution.layer;

import org.jspecify.annotations.NullMarked;
