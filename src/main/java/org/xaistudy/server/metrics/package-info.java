/**
 * What an operator watches while a study runs, for Prometheus at {@code /q/metrics}: how full each
 * arm is, and how far people got. Numbers only, and only for who has the researcher's password.
 * Enter at {@code StudyMetrics}.
 */
@NullMarked
package org.xaistudy.server.metrics;

import org.jspecify.annotations.NullMarked;
