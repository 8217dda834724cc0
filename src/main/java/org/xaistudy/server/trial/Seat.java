package org.xaistudy.server.trial;

/**
 * Which of its arm's places a run has, as far as its stimuli depend on it.
 *
 * @param arm the arm
 * @param simulated whether it is a simulated person's, whose draws are apart from those of people
 * @param number among the places of the arm, from 0
 */
public record Seat(String arm, boolean simulated, int number) {}
