/**
 * The files that researchers take away, streamed from the database: what may be published, together
 * {@link org.xaistudy.server.export.Archive}, and {@code payments.csv} and {@code comments.csv},
 * which may not.
 */
@NullMarked
package org.xaistudy.server.export;

import org.jspecify.annotations.NullMarked;
