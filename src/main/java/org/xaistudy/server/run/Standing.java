package org.xaistudy.server.run;

/**
 * A run as one statement finds it.
 *
 * @param run the run
 * @param holdsPlace whether it has a place
 */
record Standing(Run run, boolean holdsPlace) {}
