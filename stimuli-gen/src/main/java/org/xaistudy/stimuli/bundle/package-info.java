/**
 * The folder that the server serves: opaque names, equal sizes, checksums, published whole or not
 * at all. Enter at {@link org.xaistudy.stimuli.bundle.BundleWriter}.
 */
package org.xaistudy.stimuli.bundle;
