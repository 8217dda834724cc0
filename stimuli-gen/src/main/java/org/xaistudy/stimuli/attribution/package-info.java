/**
 * Relevance propagation: LRP, and CRP with conditions, one direction of data.
 *
 * <p>Enter at {@link org.xaistudy.stimuli.attribution.Lrp}, to which everything is asked. A {@link
 * org.xaistudy.stimuli.attribution.ForwardPass} holds what depends on the images alone and is
 * computed once; any number of conditional passes share it. A {@link
 * org.xaistudy.stimuli.attribution.Condition} is a start layer with its initial relevance and the
 * channels that relevance may pass. The package {@code layer} knows how relevance passes one layer,
 * {@code rule} by which rule; both belong to this package alone. Which channels stand for which
 * concept is the business of the package {@code concept}; colours are that of {@code render}.
 */
@NullMarked
package org.xaistudy.stimuli.attribution;

import org.jspecify.annotations.NullMarked;
