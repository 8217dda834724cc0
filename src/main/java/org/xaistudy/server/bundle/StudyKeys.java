package org.xaistudy.server.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a platform's id of a person into a pseudonym: HMAC-SHA-256 with a key that each study has
 * for itself, so that people cannot be followed from study to study by whoever sees the answers.
 */
@ApplicationScoped
public class StudyKeys {
  private static final String ALGORITHM = "HmacSHA256";

  /**
   * The pseudonym of a person in a study, inside the caller's transaction.
   *
   * @return 64 hexadecimal digits; empty if the study is not known here
   */
  public Optional<String> pseudonym(String study, String participant) {
    StudyRow row = StudyRow.findById(study);
    return row == null || row.pseudonymKey == null
        ? Optional.empty()
        : Optional.of(hash(row.pseudonymKey, participant));
  }

  private static String hash(String key, String participant) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(participant.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
