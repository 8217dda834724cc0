/**
 * Random numbers for work that is done in parallel. Enter at {@link
 * org.xaistudy.analysis.chance.Streams}.
 */
package org.xaistudy.analysis.chance;
