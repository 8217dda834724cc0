package org.xaistudy.server.assignment;

/**
 * Who holds a place.
 *
 * @param run row of the run
 * @param pseudonym the name under which the decision is recorded
 */
public record Occupant(long run, String pseudonym) {}
