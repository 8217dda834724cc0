/**
 * The commands {@code stimuli-gen concepts …}: what the channels of any model stand for, on any
 * images. Enter at {@link org.xaistudy.stimuli.commandline.concepts.ConceptsCommand}; {@link
 * org.xaistudy.stimuli.commandline.concepts.ConceptOptions} reads what all of them take.
 */
@NullMarked
package org.xaistudy.stimuli.commandline.concepts;

import org.jspecify.annotations.NullMarked;
