/**
 * From {@code responses.csv} to numbers, figures and a report.
 *
 * <p>Data flow one way through the rooms, and a test holds it: {@code responses} and {@code
 * arrivals} → {@code exclusion}, {@code plan} → {@code rates}, {@code comparison}, {@code
 * mixedmodel}, {@code bootstrap} → {@code results} → {@code statistics} (for programs), {@code
 * figure} and {@code report} (for people). {@code power} stands beside them, {@code commandline}
 * and {@code archive} on top, {@code csv} and {@code distribution} below, and below all {@code
 * words}: what people read, in their language. Enter at {@link
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
 *   <dd>what is averaged per participant: accuracy, preference, confidence, clarity; nobody has all
 *   <dt>judgement
 *   <dd>what one answer says of a stimulus: yes or no, a class, the place of one of several
 *       explanations, or points of a scale
 *   <dt>scores
 *   <dd>one such average for each participant of an arm; what tests compare
 *   <dt>truth
 *   <dd>what is so of a stimulus, where a judgement says yes or no: the model uses the artefact, or
 *       predicts rightly; a judgement is <em>correct</em> if it says so
 *   <dt>preference
 *   <dd>a person's mean rating of the model that did not learn the artefact, less that of the other
 *   <dt>utility
 *   <dd>the accuracy of people who learned from explanations, over that of people who did without
 *   <dt>bias towards a place
 *   <dd>how much more often people choose it than the right explanation stands there
 *   <dt>sensitivity, criterion
 *   <dd>d′ and c of signal detection: telling the models apart, and the readiness to say yes
 *   <dt>cell
 *   <dd>trials alike in everything that a model looks at, counted together
 * </dl>
 */
@NullMarked
package org.xaistudy.analysis;

import org.jspecify.annotations.NullMarked;
