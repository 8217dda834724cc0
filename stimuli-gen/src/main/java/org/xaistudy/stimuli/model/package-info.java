/**
 * A network as a small graph of named layers: read from and written to ONNX, run, and trained.
 *
 * <p>Enter at {@link org.xaistudy.stimuli.model.Network} (plain values, no native memory); {@link
 * org.xaistudy.stimuli.model.Inference} runs one, {@link org.xaistudy.stimuli.model.Training} makes
 * a better one of it. What a prediction is made of belongs in the package {@code attribution}.
 */
@NullMarked
package org.xaistudy.stimuli.model;

import org.jspecify.annotations.NullMarked;
