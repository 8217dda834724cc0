/**
 * What is asked before the first trial and after the last, and what people reply. It is kept apart
 * from the answers of the study. Enter at {@link org.xaistudy.server.questionnaire.Replies}.
 */
@NullMarked
package org.xaistudy.server.questionnaire;

import org.jspecify.annotations.NullMarked;
