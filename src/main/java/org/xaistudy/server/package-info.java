/**
 * The server. The way of a participant: {@code enrolment} (consent, a place, the draw of the
 * trials), then {@code participation} (the next step, answers, the end). Enter at {@link
 * org.xaistudy.server.enrolment.Enrolment}.
 */
package org.xaistudy.server;
