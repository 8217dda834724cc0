package org.xaistudy.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.words.Words;
import org.xaistudy.server.decision.Decision;
import org.xaistudy.server.decision.Decision.Kind;

/** What the report says of decisions, in each of its languages. */
class DecisionsInWordsTest {
  private static final Instant WHEN = Instant.parse("2026-05-03T09:04:00Z");

  @Test
  void everyDecisionCanBeSaidInEveryLanguage() {
    for (String language : Words.languages()) {
      for (Kind kind : Kind.values()) {
        assertThat(sentence(kind, kind == Kind.LOOKED ? "1 of 3" : "p7", "", language))
            .contains("2026", "ann")
            .doesNotContain("{", " of 3)");
      }
    }
  }

  @Test
  void aReasonStandsBehindIt() {
    assertThat(sentence(Kind.PAUSED, "", "a break", "en"))
        .isEqualTo("The study was paused (3 May 2026, 09:04 UTC, by ann): a break");
    assertThat(sentence(Kind.LOOKED, "1 of 3", "", "en"))
        .isEqualTo("Planned look 1 of 3 was taken before the end (3 May 2026, 09:04 UTC, by ann).");
    assertThat(sentence(Kind.TOPPED_UP, "5", "", "en"))
        .isEqualTo("5 places were added to each arm (3 May 2026, 09:04 UTC, by ann).");
    assertThat(sentence(Kind.LOOKED, "1 of 3", "", "fr"))
        .isEqualTo(
            "L’analyse prévue 1 sur 3 a été faite avant la fin"
                + " (3 mai 2026 à 9 h 04 UTC, par ann).");
  }

  private static String sentence(Kind kind, String subject, String reason, String language) {
    return StudyReport.sentence(
        new Decision(1, WHEN, "ann", kind, subject, reason), Words.of(language));
  }
}
