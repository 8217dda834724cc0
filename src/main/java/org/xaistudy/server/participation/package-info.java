/**
 * The participant's pages from the link to the completion code; thin, since the rules are those of
 * {@code run}. Enter at {@code StudyPages} for what a browser asks for before a run exists, and at
 * {@code RunPages} for the rest: it shows the next stage, and each stage's pages are a class of
 * their own.
 */
@NullMarked
package org.xaistudy.server.participation;

import org.jspecify.annotations.NullMarked;
