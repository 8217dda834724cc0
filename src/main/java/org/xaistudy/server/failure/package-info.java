/**
 * What is said when a request cannot be served: to people a page, to programs of the API a problem
 * after RFC 9457. Enter at {@code Failures}.
 */
@NullMarked
package org.xaistudy.server.failure;

import org.jspecify.annotations.NullMarked;
