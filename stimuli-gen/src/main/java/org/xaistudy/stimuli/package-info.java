/**
 * Makes the stimuli of a study: two models, one of which learned an artefact, and pictures that
 * explain what they decide. No class stands here; the main path is {@link
 * org.xaistudy.stimuli.generation.Generation}, the programs are in {@link
 * org.xaistudy.stimuli.commandline}.
 */
package org.xaistudy.stimuli;
