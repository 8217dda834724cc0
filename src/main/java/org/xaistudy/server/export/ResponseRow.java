package org.xaistudy.server.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xaistudy.studies.responses.ExclusionReason;

/** One answer as it is published; the components are in the order of the columns. */
record ResponseRow(
    String study,
    int version,
    String participant,
    String method,
    int trial,
    String stimulus,
    String model,
    boolean truth,
    boolean answer,
    int confidence,
    int clarity,
    long responseTimeMs,
    Instant answeredAt,
    boolean completed,
    Optional<ExclusionReason> reason,
    String source) {
  /** The cells. */
  List<String> cells() {
    return List.of(
        study,
        String.valueOf(version),
        participant,
        method,
        String.valueOf(trial),
        stimulus,
        model,
        yesNo(truth),
        yesNo(answer),
        yesNo(truth == answer),
        String.valueOf(confidence),
        String.valueOf(clarity),
        String.valueOf(responseTimeMs),
        answeredAt.toString(),
        yesNo(completed),
        excluded(),
        source.toLowerCase(Locale.ROOT));
  }

  private String excluded() {
    return reason.map(ExclusionReason::written).orElse("");
  }

  private static String yesNo(boolean value) {
    return value ? "yes" : "no";
  }
}
