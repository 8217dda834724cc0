/**
 * The folder that the server serves: opaque names, equal sizes, checksums, published whole or not
 * at all. Enter at {@link org.xaistudy.stimuli.bundle.BundleWriter}.
 */
@NullMarked
package org.xaistudy.stimuli.bundle;

import org.jspecify.annotations.NullMarked;
