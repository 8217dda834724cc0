/**
 * From {@code responses.csv} to numbers, figures and a report.
 *
 * <p>Data flow one way through the rooms, and a test holds it: {@code responses} and {@code
 * arrivals} → {@code exclusion}, {@code plan} → {@code rates}, {@code comparison}, {@code
 * mixedmodel}, {@code bootstrap} → {@code results} → {@code statistics} (for programs), {@code
 * figure} and {@code report} (for people). {@code power} stands beside them, {@code commandline}
 * and {@code archive} on top, {@code csv} and {@code distribution} below. Enter at {@link
 * org.xaistudy.analysis.results.Results}.
 *
 * <p>The words:
 *
 * <dl>
 *   <dt>method
 *   <dd>a kind of explanation; each participant sees one only
 *   <dt>arm
 *   <dd>all participants who saw one method
 *   <dt>reference
 *   <dd>the method that the others are compared with
 *   <dt>measure
 *   <dd>what is averaged per participant: accuracy, confidence, clarity
 *   <dt>scores
 *   <dd>one such average for each participant of an arm; what tests compare
 *   <dt>truth
 *   <dd>whether the model uses the artefact; a judgement is <em>correct</em> if it says so
 *   <dt>sensitivity, criterion
 *   <dd>d′ and c of signal detection: telling the models apart, and the readiness to say yes
 *   <dt>cell
 *   <dd>trials alike in everything that a model looks at, counted together
 * </dl>
 */
@NullMarked
package org.xaistudy.analysis;

import org.jspecify.annotations.NullMarked;
