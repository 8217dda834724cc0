/**
 * Intervals from the data themselves, with whole participants drawn again and again.
 *
 * <p>Enter at {@link org.xaistudy.analysis.bootstrap.ClusterBootstrap}.
 */
@NullMarked
package org.xaistudy.analysis.bootstrap;

import org.jspecify.annotations.NullMarked;
