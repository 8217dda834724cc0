package org.xaistudy.server.environment;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** Strings that nobody can guess. */
@ApplicationScoped
public class Tokens {
  private static final String UNMISTAKABLE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private final SecureRandom random = new SecureRandom();

  /** 192 random bits, 32 characters that need no escaping in a link. */
  public String secret() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Letters and digits that a person can copy by hand, five bits each.
   *
   * @param length how many
   */
  public String readable(int length) {
    StringBuilder code = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      code.append(UNMISTAKABLE.charAt(random.nextInt(UNMISTAKABLE.length())));
    }
    return code.toString();
  }
}
