package org.xaistudy.analysis.responses;

/**
 * What is judged. A stimulus shown with either model is two: what is hard to see in one says
 * nothing of the other.
 *
 * @param stimulus id of the stimulus
 * @param artefact whether its model uses the artefact
 */
public record Question(String stimulus, boolean artefact) {}
