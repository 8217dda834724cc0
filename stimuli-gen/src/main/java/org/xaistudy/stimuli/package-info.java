/** From {@code study.yaml} to a bundle of stimuli: the command line. */
package org.xaistudy.stimuli;
