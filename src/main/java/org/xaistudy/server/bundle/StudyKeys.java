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
    return code(study, "", participant);
  }

  /**
   * By which a device is known again in a study, inside the caller's transaction. It says nothing
   * of the device to anybody who has not the key, and it is another one in every study.
   *
   * @param device what a request tells of it
   * @return 64 hexadecimal digits; empty if the study is not known here
   */
  public Optional<String> device(String study, String device) {
    return code(study, "/device", device);
  }

  private static Optional<String> code(String study, String use, String text) {
    StudyRow row = StudyRow.findById(study);
    return row == null || row.pseudonymKey == null
        ? Optional.empty()
        : Optional.of(HexFormat.of().formatHex(Hmac.of(row.pseudonymKey + use, text)));
  }
}
