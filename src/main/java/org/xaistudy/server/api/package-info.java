/**
 * The participant's way as JSON, for bots and for other front ends; the rules are those of {@code
 * run}. Errors are problem details after RFC 9457. Described in {@code /api/openapi}.
 */
@NullMarked
package org.xaistudy.server.api;

import org.jspecify.annotations.NullMarked;
