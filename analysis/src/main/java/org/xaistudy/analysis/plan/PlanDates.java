package org.xaistudy.analysis.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * When a plan was written down and for what, as far as a server knows.
 *
 * @param since when it ran with this plan for the first time
 * @param firstParticipant when the first real participant came; empty where nobody has
 * @param changed when it began to run with another plan of the same study; empty where it never did
 * @param pilot whether the study was tried out with these people, before what came after
 */
public record PlanDates(
    Instant since, Optional<Instant> firstParticipant, Optional<Instant> changed, boolean pilot) {
  /** Whether somebody who wrote the plan may have seen answers. */
  public boolean late() {
    return firstParticipant.isPresent() && since.isAfter(firstParticipant.get());
  }
}
