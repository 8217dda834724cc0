/**
 * Deletion of a person's answers when they ask the researcher for it. Those who still have their
 * own link delete them themselves ({@code participation}); both end in the same rule. Enter at
 * {@code Deletion}.
 */
@NullMarked
package org.xaistudy.server.deletion;

import org.jspecify.annotations.NullMarked;
