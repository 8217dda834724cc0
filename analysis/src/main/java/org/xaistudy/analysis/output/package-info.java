/** Putting files in place whole or not at all; see {@link Publication}. */
package org.xaistudy.analysis.output;
