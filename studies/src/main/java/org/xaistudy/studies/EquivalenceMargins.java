package org.xaistudy.studies;

import java.util.Optional;

/**
 * The largest differences between two methods' means that would not matter, for tests of
 * equivalence.
 *
 * @param correct of the share of right answers; 0.1 if not given
 * @param confidence in steps of the scale 0–9; 1 if not given
 * @param clarity in steps of the scale 0–9; 1 if not given
 * @param preference in points of the scale 1–5; 0.5 if not given
 */
public record EquivalenceMargins(
    Optional<Double> correct,
    Optional<Double> confidence,
    Optional<Double> clarity,
    Optional<Double> preference) {}
