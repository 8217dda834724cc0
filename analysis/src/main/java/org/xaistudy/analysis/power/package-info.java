/**
 * Planning a study: simulated participants, and how often a study of them finds what is there.
 *
 * <p>Enter at {@link org.xaistudy.analysis.power.PowerAnalysis}.
 */
@NullMarked
package org.xaistudy.analysis.power;

import org.jspecify.annotations.NullMarked;
