/**
 * The participant's way from the link to the completion code. Which step is next follows from what
 * is stored: {@code Steps} says which. Enter at {@link
 * org.xaistudy.server.participation.Preparation} and {@link
 * org.xaistudy.server.participation.Participation} for the rules before and from the first trial
 * on; at {@code StudyPages} for what a browser asks for before a run exists, at {@code RunPages}
 * for the rest: it shows the next step, and each step's pages are a class of their own.
 */
package org.xaistudy.server.participation;
