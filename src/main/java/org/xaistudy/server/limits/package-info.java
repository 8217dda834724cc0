/**
 * How much one client address may do in a minute. Addresses are held in memory for a few minutes,
 * and neither stored nor logged. Enter at {@code LimitsConfig}.
 */
@NullMarked
package org.xaistudy.server.limits;

import org.jspecify.annotations.NullMarked;
