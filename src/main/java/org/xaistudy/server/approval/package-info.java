/**
 * Whose answers look as if nobody had been at work, and what a researcher decided about them. What
 * is looked at says nothing about right or wrong. Enter at {@link
 * org.xaistudy.server.approval.Approvals}.
 */
@NullMarked
package org.xaistudy.server.approval;

import org.jspecify.annotations.NullMarked;
