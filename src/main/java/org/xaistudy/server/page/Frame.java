package org.xaistudy.server.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page.
 *
 * @param language of the page
 * @param title of the study
 * @param done how many steps are done
 * @param steps how many there are; 0 where there is no progress to show
 * @param translations the same page in other languages
 * @param leave where a person can withdraw; null where there is nothing to withdraw from
 */
public record Frame(
    Locale language,
    String title,
    int done,
    int steps,
    List<Translation> translations,
    @Nullable String leave) {
  /** A page without progress in one language. */
  public static Frame of(Locale language, String title) {
    return new Frame(language, title, 0, 0, List.of(), null);
  }

  /** The same frame with progress. */
  public Frame withProgress(int done, int steps) {
    return new Frame(language, title, done, steps, translations, leave);
  }

  /** The same frame with links to other languages. */
  public Frame withTranslations(List<Translation> translations) {
    return new Frame(language, title, done, steps, translations, leave);
  }

  /** The same frame with a way out. */
  public Frame withLeave(String link) {
    return new Frame(language, title, done, steps, translations, link);
  }

  /**
   * A link to the page in another language.
   *
   * @param language code
   * @param name its name in itself
   * @param link where
   */
  public record Translation(String language, String name, String link) {}
}
