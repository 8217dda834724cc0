/**
 * A procedural data set of signals: heart beats as an electrocardiogram draws them, whose classes
 * differ by parts that a person can name. Deterministic by seed, with the times of each part. Enter
 * at {@link org.xaistudy.stimuli.dataset.heartbeats.HeartbeatSample}.
 */
@NullMarked
package org.xaistudy.stimuli.dataset.heartbeats;

import org.jspecify.annotations.NullMarked;
