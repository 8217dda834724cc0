/**
 * Methods that use a network's derivative: {@link
 * org.xaistudy.stimuli.gradient.IntegratedGradients} and {@link
 * org.xaistudy.stimuli.gradient.GradCam}. The derivative by the input is the engine's own, that by
 * a layer a backward pass under the composite of gradients.
 */
@NullMarked
package org.xaistudy.stimuli.gradient;

import org.jspecify.annotations.NullMarked;
