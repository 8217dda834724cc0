package org.xaistudy.server.export;

import java.time.Instant;
import java.util.List;

/**
 * One real participant as published. Nothing here leads to a person: no platform's id, no session,
 * no code.
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
    Outcome outcome) {
  static final List<String> HEADER =
      List.of(
          "study",
          "version",
          "participant",
          "method",
          "source",
          "language",
          "consent_version",
          "consented_at",
          "completed_at",
          "outcome",
          "comprehension_tries",
          "attention_failed",
          "colours",
          "viewport_width",
          "viewport_height");

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
        completedAt == null ? "" : completedAt.toString(),
        outcome.written(),
        "",
        "",
        "",
        "",
        "");
  }
}
