package org.xaistudy.server.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.decision.Decision;

/**
 * How a person went about a study.
 *
 * @param pseudonym the name under which answers are published
 * @param method the arm
 * @param source where the person came from
 * @param began when the person agreed
 * @param took from agreeing to the end; empty if there was none
 * @param answers to trials that count
 * @param medianMs median time of an answer; 0 without answers
 * @param tooFast whether that is under what the study takes for reading
 * @param straight whether all of at least four answers were one and the same
 * @param failedChecks attention checks that were not answered as they asked
 * @param comprehensionTries tries at the questions about the instructions
 * @param focusLosses how often the page was left, as far as it noticed
 * @param sameDevice how many others seem to have come from the same device; 0 where the study does
 *     not ask for it
 * @param outcome how it ended
 * @param decision the last one about the person; null if there is none
 */
public record Conduct(
    String pseudonym,
    String method,
    String source,
    Instant began,
    Optional<Duration> took,
    int answers,
    int medianMs,
    boolean tooFast,
    boolean straight,
    int failedChecks,
    int comprehensionTries,
    int focusLosses,
    int sameDevice,
    String outcome,
    @Nullable Decision decision) {
  /** What looks odd, in words. */
  public List<String> signs() {
    List<String> signs = new ArrayList<>();
    if (tooFast) {
      signs.add("too fast");
    }
    if (straight) {
      signs.add("always the same answer");
    }
    if (failedChecks > 0) {
      signs.add(failedChecks + (failedChecks == 1 ? " failed check" : " failed checks"));
    }
    if (sameDevice > 0) {
      signs.add("same device as " + sameDevice + (sameDevice == 1 ? " other" : " others"));
    }
    return signs;
  }

  /** Minutes from agreeing to the end; empty if there was none. */
  public String minutes() {
    return took.map(time -> "%.1f".formatted(time.toMillis() / 60_000.0)).orElse("");
  }

  /** Median seconds of an answer; empty without answers. */
  public String seconds() {
    return answers == 0 ? "" : "%.1f".formatted(medianMs / 1000.0);
  }

  /** The decision in a word; empty if there is none. */
  public String decided() {
    return decision == null ? "" : decision.kind().written();
  }
}
