/**
 * The studies that this server runs: their files, found whole at start, and the version under which
 * answers to them are kept. Enter at {@link org.xaistudy.server.bundle.Studies}.
 */
@NullMarked
package org.xaistudy.server.bundle;

import org.jspecify.annotations.NullMarked;
