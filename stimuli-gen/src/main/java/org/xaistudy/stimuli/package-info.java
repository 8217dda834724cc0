/**
 * From {@code study.yaml} to a bundle of stimuli: the command line and the main path. Enter at
 * {@link org.xaistudy.stimuli.Generation}.
 */
package org.xaistudy.stimuli;
