/** Attributions against reference implementations, slow versions of themselves, and properties. */
package org.xaistudy.stimuli.attribution;
