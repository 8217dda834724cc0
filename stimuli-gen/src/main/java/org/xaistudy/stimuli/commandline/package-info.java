/**
 * The commands of {@code stimuli-gen} and the files that only they read or write. Each command
 * takes its arguments apart and calls one of the packages beside it; nothing is computed here but
 * the benchmark's medians. Enter at {@link org.xaistudy.stimuli.commandline.StimuliGen}.
 */
@NullMarked
package org.xaistudy.stimuli.commandline;

import org.jspecify.annotations.NullMarked;
