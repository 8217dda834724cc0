/**
 * The participant's way from the link to the completion code: which step is next, the answers, and
 * the pages. Enter at {@link org.xaistudy.server.participation.Participation} for the rules, at
 * {@code StudyPages} and {@code RunPages} for what a browser asks for.
 */
package org.xaistudy.server.participation;
