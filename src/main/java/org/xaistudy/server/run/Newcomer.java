package org.xaistudy.server.run;

import java.util.Locale;
import java.util.Optional;
import org.xaistudy.server.recruitment.Referral;
import org.xaistudy.server.recruitment.Source;

/**
 * Someone who is about to begin a run.
 *
 * @param arrival unguessable key of the arrival; two runs never share one
 * @param language the language the person reads
 * @param referral who sent the person
 * @param person keyed hash of the platform's person; empty if nobody tells people apart
 * @param device keyed hash of the device; empty unless the study asks for it
 */
public record Newcomer(
    String arrival,
    Locale language,
    Referral referral,
    Optional<String> person,
    Optional<String> device) {
  /** The same as one who never counts: nobody is told apart, nobody is paid. */
  public Newcomer as(Source source) {
    Referral none = new Referral(source, Optional.empty(), Optional.empty(), Optional.empty());
    return new Newcomer(arrival, language, none, Optional.empty(), Optional.empty());
  }
}
