package org.xaistudy.server.recruitment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xaistudy.server.environment.Hmac;

/**
 * Signs the numbers in a study's personal links, so that none has to be stored: the parameter
 * {@code invitation} is {@code <number>.<mac>}, the first 128 bits of HMAC-SHA-256 over study and
 * number in base64url. Enough that nobody guesses one, short enough for a letter.
 *
 * @param study id of the study
 * @param key the study's own
 */
public record PersonalLinks(String study, String key) {
  /** Name of the link's parameter. */
  public static final String PARAMETER = "invitation";

  /** As many links as one study can hand out. */
  public static final int MOST = 10_000;

  private static final Pattern INVITATION = Pattern.compile("([1-9]\\d{0,4})\\.([\\w-]{22})");
  private static final int MAC_BYTES = 16;

  /**
   * What the link of a person says.
   *
   * @param number from 1 to {@value #MOST}
   */
  public String invitation(int number) {
    return number + "." + mac(String.valueOf(number));
  }

  /**
   * Who an invitation is for.
   *
   * @return a name of the person that no platform and no other study uses; empty if the invitation
   *     was not made here
   */
  public Optional<String> participant(String invitation) {
    Matcher parts = INVITATION.matcher(invitation);
    return parts.matches() && isSame(parts.group(2), mac(parts.group(1)))
        ? Optional.of(PARAMETER + "/" + study + "/" + parts.group(1))
        : Optional.empty();
  }

  /** In a time that does not tell how much of it is right. */
  private static boolean isSame(String claimed, String right) {
    return MessageDigest.isEqual(
        claimed.getBytes(StandardCharsets.US_ASCII), right.getBytes(StandardCharsets.US_ASCII));
  }

  private String mac(String number) {
    byte[] mac = Arrays.copyOf(Hmac.of(key, study + "/" + number), MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }
}
