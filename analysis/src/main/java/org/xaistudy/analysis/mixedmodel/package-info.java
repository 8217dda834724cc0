/**
 * Mixed models for trials that are not independent: those of one person, with one method or with
 * several, and those of one stimulus.
 *
 * <p>Enter at {@link org.xaistudy.analysis.mixedmodel.DetectionModel}, which the report leads with,
 * {@link org.xaistudy.analysis.mixedmodel.LogisticMixedModel} of right answers, and {@link
 * org.xaistudy.analysis.mixedmodel.TimeModel} of response times.
 */
@NullMarked
package org.xaistudy.analysis.mixedmodel;

import org.jspecify.annotations.NullMarked;
