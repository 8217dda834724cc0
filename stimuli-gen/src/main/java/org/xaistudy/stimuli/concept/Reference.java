package org.xaistudy.stimuli.concept;

/**
 * One reference image of a channel.
 *
 * @param image its number among the images searched
 * @param value of the criterion, not normalised
 * @param row of the channel's strongest neuron
 * @param column of the channel's strongest neuron
 */
public record Reference(int image, float value, int row, int column) {}
