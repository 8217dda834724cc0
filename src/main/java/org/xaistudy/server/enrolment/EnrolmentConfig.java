package org.xaistudy.server.enrolment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.xaistudy.server.environment.Positive;

/** How a rush is met. Each replica counts for itself. */
@ConfigMapping(prefix = "xaistudy.enrolment")
public interface EnrolmentConfig {
  /**
   * Arrivals that are enrolled at the same time. Of one study one at a time has its turn anyway;
   * each takes a connection to the database from those who answer.
   */
  @WithDefault("2")
  @WithConverter(Positive.class)
  int atOnce();

  /** Arrivals that wait for their turn; more are asked to try again in a moment. */
  @WithDefault("60")
  @WithConverter(Positive.class)
  int waiting();

  /**
   * How much of a study's places people from one address may hold before they have answered
   * anything, in percent; more are asked to wait. Less makes it harder to fill a study from one
   * address, but a laboratory has to begin in smaller groups.
   */
  @WithDefault("50")
  @WithConverter(Positive.class)
  int idlePercent();

  /**
   * Whether those who come by the open link from an address where somebody is still at work get the
   * arm of that one, because it may be the same person in another tab, looking for another arm.
   * Without it a laboratory or a lecture hall behind one address can come by the open link; with it
   * such groups need personal links, by which people are told apart.
   */
  @WithDefault("true")
  boolean sameArm();

  /** Who has not had a turn by then is asked to try again in a moment. */
  @WithDefault("PT8S")
  Duration patience();
}
