package org.xaistudy.server.researcher;

/**
 * A study that has answers but does not run here.
 *
 * @param id of the study
 * @param reason why
 */
record NotRunning(String id, String reason) {}
