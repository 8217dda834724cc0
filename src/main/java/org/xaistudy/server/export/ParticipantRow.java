package org.xaistudy.server.export;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.xaistudy.studies.responses.ParticipantOutcome;

/**
 * One real participant as published, without the replies to the questionnaire; the components are
 * in the order of the columns. Nothing here leads to a person: no platform's id, no session, no
 * code.
 */
record ParticipantRow(
    String study,
    int version,
    String participant,
    String method,
    String source,
    String language,
    int consentVersion,
    Instant consentedAt,
    Instant completedAt,
    ParticipantOutcome outcome,
    int comprehensionTries,
    Integer attentionFailed,
    String colours,
    Integer viewportWidth,
    Integer viewportHeight) {
  /** What nobody was asked is an empty cell. */
  List<String> cells() {
    return List.of(
        study,
        String.valueOf(version),
        participant,
        method,
        source,
        language,
        String.valueOf(consentVersion),
        consentedAt.toString(),
        Objects.toString(completedAt, ""),
        outcome.written(),
        comprehensionTries == 0 ? "" : String.valueOf(comprehensionTries),
        Objects.toString(attentionFailed, ""),
        colours,
        Objects.toString(viewportWidth, ""),
        Objects.toString(viewportHeight, ""));
  }
}
