package org.xaistudy.server.enrolment;

import java.util.Locale;
import java.util.Optional;
import org.xaistudy.server.recruitment.Referral;

/**
 * Someone who agreed to take part.
 *
 * @param key unguessable, given out with the consent form: the same form sent twice is one arrival
 * @param language the language they read
 * @param preview id of the method that a researcher wants to look at; empty for a real person
 * @param referral who sent them
 * @param client the address they come from; kept in memory for a while, and nowhere else
 */
public record Arrival(
    String key, Locale language, Optional<String> preview, Referral referral, String client) {}
