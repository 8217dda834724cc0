/**
 * Drawings of concepts as SVG, pictures or curves inside. Enter at {@link
 * org.xaistudy.stimuli.concept.figure.ConceptTiles}, which shows what a channel sees in an image;
 * what is shown is computed in the package {@code concept}.
 */
package org.xaistudy.stimuli.concept.figure;
