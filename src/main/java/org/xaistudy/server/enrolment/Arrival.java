package org.xaistudy.server.enrolment;

import java.util.Locale;
import java.util.Optional;
import org.xaistudy.server.recruitment.Referral;
import org.xaistudy.server.recruitment.Source;

/**
 * Someone who agreed to take part.
 *
 * @param key unguessable, given out with the consent form: the same form sent twice is one arrival
 * @param language the language they read
 * @param looking who never counts, and at what; empty for a real person
 * @param referral who sent them
 * @param client the address they come from; kept in memory for a while, and nowhere else
 * @param device what they come with; kept as a keyed hash if the study asks for it, else not at all
 */
public record Arrival(
    String key,
    Locale language,
    Optional<Looking> looking,
    Referral referral,
    String client,
    String device) {
  /**
   * One who takes no place and never counts.
   *
   * @param as a preview or a simulation
   * @param method id of the arm that is shown: a method, or an order of all of them
   */
  public record Looking(Source as, String method) {}
}
