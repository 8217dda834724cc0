package org.xaistudy.server.assignment;

/**
 * How far an arm is.
 *
 * @param method its id: a method, or an order of all of them
 * @param title how it is listed
 * @param completed places whose person finished
 * @param live places held by someone at work
 * @param free places still to be given
 */
public record Arm(String method, String title, int completed, int live, int free) {}
