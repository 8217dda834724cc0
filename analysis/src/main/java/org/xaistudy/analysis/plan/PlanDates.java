package org.xaistudy.analysis.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * When a plan was written down, as far as a server knows.
 *
 * @param since when it ran with this plan for the first time
 * @param firstParticipant when the first real participant came; empty where nobody has
 * @param changed when it began to run with another plan of the same study; empty where it never did
 */
public record PlanDates(
    Instant since, Optional<Instant> firstParticipant, Optional<Instant> changed) {
  /** Whether somebody who wrote the plan may have seen answers. */
  public boolean late() {
    return firstParticipant.isPresent() && since.isAfter(firstParticipant.get());
  }
}
