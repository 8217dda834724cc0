/**
 * Time and chance, which a test sets, and keyed hashes. Draws that must be repeatable use a seed
 * instead.
 */
package org.xaistudy.server.environment;
