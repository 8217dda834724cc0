/**
 * Time and chance, which a test sets, and keyed hashes. Draws that must be repeatable use a seed
 * instead.
 */
@NullMarked
package org.xaistudy.server.environment;

import org.jspecify.annotations.NullMarked;
