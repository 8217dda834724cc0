/**
 * Why a network decided as it did: relevance propagation (LRP, and CRP with conditions), Integrated
 * Gradients, Grad-CAM and Shapley values.
 *
 * <p>Enter at {@link org.xaistudy.stimuli.attribution.Lrp}. Relevance is passed down the graph of
 * layers by explicit steps: what depends on the image alone (activations, denominators, the winners
 * of a pooling) is computed once in a {@link org.xaistudy.stimuli.attribution.Trace} and shared by
 * as many conditional passes as are asked for. Which channels stand for which concept is the
 * business of the package {@code concept}; colours are that of {@code render}.
 */
package org.xaistudy.stimuli.attribution;
