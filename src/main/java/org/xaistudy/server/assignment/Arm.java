package org.xaistudy.server.assignment;

/**
 * How far an arm is.
 *
 * @param method id of its method
 * @param completed places whose person finished
 * @param live places held by someone at work
 * @param free places still to be given
 */
public record Arm(String method, int completed, int live, int free) {}
