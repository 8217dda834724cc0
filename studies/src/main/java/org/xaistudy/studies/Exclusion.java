package org.xaistudy.studies;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Optional;

/**
 * A rule by which participants are left out of the analysis.
 *
 * @param rule which kind
 * @param medianMs for {@link Rule#TOO_FAST}: whose median response time is below, in milliseconds
 */
public record Exclusion(Rule rule, Optional<Integer> medianMs) {
  /** The kinds of rules. */
  public enum Rule {
    /** Did not finish. */
    INCOMPLETE("incomplete"),
    /** Marked in the column {@code excluded} as having failed the attention checks. */
    ATTENTION("attention"),
    /** Marked in the column {@code excluded}, for whatever reason. */
    FLAGGED("flagged"),
    /** Answered faster than anybody can look. */
    TOO_FAST("too-fast"),
    /** Gave one and the same answer, confidence and clarity throughout. */
    STRAIGHT_LINING("straight-lining");

    private final String id;

    Rule(String id) {
      this.id = id;
    }

    /** The name in {@code study.yaml}. */
    public String id() {
      return id;
    }

    /** The rule of that name. */
    @JsonCreator
    public static Rule named(String id) {
      return Arrays.stream(values())
          .filter(rule -> rule.id.equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no rule " + id));
    }
  }
}
