/**
 * What is planted into images: each artefact knows how it gets in and which pixels are its own.
 * Enter at {@link org.xaistudy.stimuli.artefact.Planting}.
 */
package org.xaistudy.stimuli.artefact;
