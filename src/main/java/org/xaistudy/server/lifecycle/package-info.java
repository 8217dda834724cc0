/**
 * How a study is opened, paused, closed and given more places. What the states mean for people who
 * arrive is in {@code enrolment}. Enter at {@link org.xaistudy.server.lifecycle.Lifecycle}.
 */
@NullMarked
package org.xaistudy.server.lifecycle;

import org.jspecify.annotations.NullMarked;
