/**
 * What happens by itself when the times in {@code study.yaml} are over. Enter at {@code Expiry}.
 */
@NullMarked
package org.xaistudy.server.retention;

import org.jspecify.annotations.NullMarked;
