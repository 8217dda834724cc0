/**
 * Time, chance, and where a request comes from, all of which a test sets; keyed hashes. Draws that
 * must be repeatable come from {@link org.xaistudy.server.environment.ReplayableChance}.
 */
@NullMarked
package org.xaistudy.server.environment;

import org.jspecify.annotations.NullMarked;
