/**
 * Who sees which method, or which order of all of them. A study version's places are laid out once,
 * in seeded permuted blocks, one place for each person wanted; a person takes the first place that
 * is free, keeps it while active and completes it at the end. Arms are therefore balanced on
 * completed and live places and can never hold more than their share. Enter at {@link
 * org.xaistudy.server.assignment.Places}.
 */
@NullMarked
package org.xaistudy.server.assignment;

import org.jspecify.annotations.NullMarked;
