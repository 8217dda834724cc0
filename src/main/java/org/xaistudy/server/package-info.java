/**
 * The server. The way of a participant: {@code enrolment} (consent, a place, the draw of the
 * trials) begins a {@code run}, which holds the rules from there on (the next stage, answers, the
 * end); {@code assignment}, {@code trial}, {@code recruitment} and {@code bundle} are below, {@code
 * participation} (pages) and {@code api} above and thin. Enter at {@link
 * org.xaistudy.server.run.Participation}.
 */
@NullMarked
package org.xaistudy.server;

import org.jspecify.annotations.NullMarked;
