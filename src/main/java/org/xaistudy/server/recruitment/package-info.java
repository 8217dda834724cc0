/**
 * Where participants come from, platforms or links of their own: what the links say of a person,
 * and how a person is sent back. Knows nothing of places and trials. Enter at {@link
 * org.xaistudy.server.recruitment.Referral} and {@link org.xaistudy.server.recruitment.Return}.
 */
@NullMarked
package org.xaistudy.server.recruitment;

import org.jspecify.annotations.NullMarked;
