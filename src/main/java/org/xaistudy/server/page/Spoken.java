package org.xaistudy.server.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;

/** The words of a language, for code; templates have them as {@code msg}. */
public final class Spoken {
  private Spoken() {}

  /** The words in this language. */
  public static Words in(Locale language) {
    return MessageBundles.get(Words.class, Localized.Literal.of(language.getLanguage()));
  }

  /** Whether pages can be had in this language: English, and every language with a file. */
  public static boolean knows(Locale language) {
    String code = language.getLanguage();
    return code.equals("en")
        || Spoken.class.getResource("/messages/msg_" + code + ".properties") != null;
  }
}
