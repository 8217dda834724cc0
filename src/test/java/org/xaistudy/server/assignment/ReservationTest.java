package org.xaistudy.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReservationTest {
  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
  private static final Duration KEPT = Duration.ofMinutes(20);

  @ParameterizedTest(name = "{0} after it was made: {1}")
  @CsvSource({
    "PT0S, true",
    "PT59S, true",
    "PT1M, false",
    "PT19M, false",
    "PT20M, false",
    "PT1H, false",
    "PT-1S, false", // the clock was set back: it would be kept for longer than it should
    "PT-2H, false"
  })
  void isFreshForATwentiethOfItsTime(Duration passed, boolean fresh) {
    Reservation made = new Reservation(NOW.plus(KEPT));
    assertThat(made.isFresh(NOW.plus(passed), KEPT)).isEqualTo(fresh);
  }
}
