/**
 * What may not be known before a study is over: whether people were right. Enter at {@link
 * org.xaistudy.server.blinding.Blinding}.
 */
@NullMarked
package org.xaistudy.server.blinding;

import org.jspecify.annotations.NullMarked;
