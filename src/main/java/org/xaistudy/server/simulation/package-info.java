/**
 * Participants that are no people: they take part through the same HTTP API as everybody else,
 * judge by signal detection, and are marked {@code simulated}. Needs nothing of the server's
 * inside, so that it tells what a front end would see. Enter at {@link
 * org.xaistudy.server.simulation.Simulation}.
 */
@NullMarked
package org.xaistudy.server.simulation;

import org.jspecify.annotations.NullMarked;
