/** Time and chance, which a test sets. Draws that must be repeatable use a seed instead. */
package org.xaistudy.server.environment;
