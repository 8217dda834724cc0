/**
 * Pictures that were made elsewhere, from a table of them to a bundle. Enter at {@link
 * org.xaistudy.stimuli.given.Import}.
 */
@NullMarked
package org.xaistudy.stimuli.given;

import org.jspecify.annotations.NullMarked;
