/**
 * The rules by which weighted layers share relevance among their inputs, as sums of branches. Enter
 * at {@link org.xaistudy.stimuli.attribution.rule.Rule}. Which layer takes which rule is said by
 * {@link org.xaistudy.stimuli.attribution.Composite}. For {@code attribution} alone.
 */
@NullMarked
package org.xaistudy.stimuli.attribution.rule;

import org.jspecify.annotations.NullMarked;
