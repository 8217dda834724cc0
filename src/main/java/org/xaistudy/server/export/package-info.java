/**
 * The files that researchers take away, streamed from the database: what may be published, together
 * {@link org.xaistudy.server.export.Archive}, and {@code payments.csv} and {@code comments.csv},
 * which may not.
 */
package org.xaistudy.server.export;
