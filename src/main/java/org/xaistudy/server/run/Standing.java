package org.xaistudy.server.run;

import java.util.Optional;
import org.xaistudy.server.assignment.Reservation;

/**
 * A run as one statement finds it.
 *
 * @param run the run
 * @param place its place; empty if it has none
 */
record Standing(Run run, Optional<Reservation> place) {}
