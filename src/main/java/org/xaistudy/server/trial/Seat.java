package org.xaistudy.server.trial;

/**
 * Which of its arm's places a run has, as far as its stimuli depend on it.
 *
 * @param method the arm
 * @param number among the places of the arm, from 0
 */
public record Seat(String method, int number) {}
