/**
 * What is asked after the last trial, and what people reply. It is kept apart from the answers of
 * the study. Enter at {@link org.xaistudy.server.questionnaire.Replies}.
 */
@NullMarked
package org.xaistudy.server.questionnaire;

import org.jspecify.annotations.NullMarked;
