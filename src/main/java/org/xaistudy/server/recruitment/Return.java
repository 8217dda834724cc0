package org.xaistudy.server.recruitment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xaistudy.studies.Recruitment;
import org.xaistudy.studies.Recruitment.Outcome;
import org.xaistudy.studies.Study;

/**
 * How a person is sent back.
 *
 * @param link to follow; null if there is none
 * @param submit where to post the assignment; null if nowhere
 * @param assignment the assignment's id; null if there is nothing to post
 * @param code to copy by hand; null if there is none
 */
public record Return(
    @Nullable String link,
    @Nullable String submit,
    @Nullable String assignment,
    @Nullable String code) {
  private static final String PROLIFIC = "https://app.prolific.com/submissions/complete?cc=";

  /** There is no platform to go back to. */
  public static final Return NOWHERE = new Return(null, null, null, null);

  /**
   * The way back of someone who has a run or not.
   *
   * @param ownCode the run's own code, which the researcher can look up; empty before a run exists
   */
  public static Return of(
      Study study, Referral referral, Outcome outcome, Optional<String> ownCode) {
    return switch (referral.source()) {
      case PROLIFIC ->
          study.recruitment().stream()
              .filter(Recruitment.Prolific.class::isInstance)
              .map(prolific -> ((Recruitment.Prolific) prolific).codes().get(outcome))
              .filter(code -> code != null)
              .map(code -> new Return(PROLIFIC + code, null, null, code))
              .findFirst()
              .orElse(NOWHERE);
      case CONNECT ->
          study.recruitment().stream()
              .filter(Recruitment.Connect.class::isInstance)
              .map(connect -> ((Recruitment.Connect) connect).codes().get(outcome))
              .filter(code -> code != null)
              .map(code -> new Return(null, null, null, code))
              .findFirst()
              .orElse(NOWHERE);
      case GENERIC ->
          study.recruitment().stream()
              .filter(Recruitment.Generic.class::isInstance)
              .map(generic -> ((Recruitment.Generic) generic).returns().get(outcome))
              .filter(link -> link != null)
              .map(link -> new Return(fill(link, referral.reference()), null, null, null))
              .findFirst()
              .orElse(NOWHERE);
      case MTURK ->
          outcome == Outcome.COMPLETED
              ? new Return(
                  null,
                  ExternalSubmit.address(referral.submitTo().orElseThrow()),
                  referral.reference().orElseThrow(),
                  ownCode.orElseThrow())
              : NOWHERE;
      case LINK, PERSONAL, PREVIEW, SIMULATED -> new Return(null, null, null, ownCode.orElse(null));
    };
  }

  private static String fill(String link, Optional<String> reference) {
    return link.replace(
        "{reference}", URLEncoder.encode(reference.orElse(""), StandardCharsets.UTF_8));
  }
}
