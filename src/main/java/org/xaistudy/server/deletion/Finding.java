package org.xaistudy.server.deletion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.run.Run;

/**
 * A participation as a researcher sees it before deleting it: enough to be sure, and no answer.
 *
 * @param participant the pseudonym
 * @param source where the person came from
 * @param method the arm
 * @param consentedAt when they agreed
 * @param completedAt when they finished; null if they did not
 * @param answers how many there are, practice and attention checks included
 */
record Finding(
    String participant,
    String source,
    String method,
    Instant consentedAt,
    @Nullable Instant completedAt,
    int answers) {
  static Finding of(Run run, int answers) {
    return new Finding(
        run.pseudonym(),
        run.referral().source().written(),
        run.arm(),
        run.consentedAt(),
        run.completedAt().orElse(null),
        answers);
  }
}
