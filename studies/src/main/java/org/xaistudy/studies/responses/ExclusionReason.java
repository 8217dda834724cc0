package org.xaistudy.studies.responses;

/**
 * What the server writes into {@link Column#EXCLUDED}, and what the analysis looks for there.
 *
 * <p>The words are part of the format: published files hold them.
 */
public enum ExclusionReason {
  /** Was away for so long that another participant got the place. */
  PLACE_GIVEN_AWAY("place given away"),
  /** Failed more attention checks than the study allows. */
  FAILED_ATTENTION_CHECKS("failed attention checks"),
  /** Was excluded by a researcher, who gave a reason. */
  BY_RESEARCHER("excluded by a researcher");

  private final String written;

  ExclusionReason(String written) {
    this.written = written;
  }

  /** The cell's text. */
  public String written() {
    return written;
  }
}
