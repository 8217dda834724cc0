/**
 * What researchers decided about a study while people took part: each with who, when and why, kept
 * for good and published with the archive. Enter at {@link org.xaistudy.server.decision.Decisions}.
 */
@NullMarked
package org.xaistudy.server.decision;

import org.jspecify.annotations.NullMarked;
