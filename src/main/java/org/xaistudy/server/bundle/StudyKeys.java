package org.xaistudy.server.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Optional;
import org.xaistudy.server.environment.Hmac;

/**
 * Turns a platform's id of a person into a pseudonym: HMAC-SHA-256 with a key that each study has
 * for itself, so that people cannot be followed from study to study by whoever sees the answers.
 */
@ApplicationScoped
public class StudyKeys {
  /**
   * The pseudonym of a person in a study, inside the caller's transaction.
   *
   * @return 64 hexadecimal digits; empty if the study is not known here
   */
  public Optional<String> pseudonym(String study, String participant) {
    StudyRow row = StudyRow.findById(study);
    return row == null || row.pseudonymKey == null
        ? Optional.empty()
        : Optional.of(HexFormat.of().formatHex(Hmac.of(row.pseudonymKey, participant)));
  }
}
