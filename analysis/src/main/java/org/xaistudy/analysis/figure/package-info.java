/**
 * The report's figures as SVG.
 *
 * <p>Colours are named in {@code figure.css}, not in the drawings, so that one drawing serves
 * light, dark and paper, inside the report and as a file of its own. Widths are those of a phone:
 * what can be read there can be read anywhere. Enter at {@link org.xaistudy.analysis.figure.Svg}.
 */
@NullMarked
package org.xaistudy.analysis.figure;

import org.jspecify.annotations.NullMarked;
