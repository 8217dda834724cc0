package org.xaistudy.server.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

/** What holds where nobody says otherwise; tests of the server set some of it otherwise. */
class EnrolmentConfigTest {
  private final EnrolmentConfig config =
      new SmallRyeConfigBuilder()
          .withMapping(EnrolmentConfig.class)
          .build()
          .getConfigMapping(EnrolmentConfig.class);

  @Test
  void whoOpensTabsUntilAnArmPleasesIsGivenTheSameOne() {
    assertThat(config.sameArm()).isTrue();
  }

  @Test
  void nobodyHoldsMostPlacesWithoutAnAnswer() {
    assertThat(config.idlePercent()).isEqualTo(50);
  }
}
