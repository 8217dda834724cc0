package org.xaistudy.analysis.responses;

/**
 * What is judged. A stimulus shown with either model is two: what is hard to see in one says
 * nothing of the other.
 *
 * @param stimulus id of the stimulus
 * @param about which of the things that it can be: its right answer
 */
public record Question(String stimulus, String about) {}
