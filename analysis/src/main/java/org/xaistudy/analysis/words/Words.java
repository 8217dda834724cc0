package org.xaistudy.analysis.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.xaistudy.analysis.AnalysisException;

/**
 * What the reports say, in one language: all of it comes from {@code report_<language>.properties}
 * beside this class, so that a further language is one file.
 *
 * <p>Texts are those of {@link MessageFormat}, with places such as <code>{0}</code>; what depends
 * on a number is a choice, such as <code>{0,choice,0#{0} people|1#{0} person|1<{0} people}</code>.
 * What programs read, such as {@code statistics.csv}, has no words from here.
 */
public final class Words {
  /** In English. */
  public static final Words ENGLISH = of("en");

  private final Locale locale;
  private final Map<String, String> texts;

  private Words(Locale locale, Map<String, String> texts) {
    this.locale = locale;
    this.texts = texts;
  }

  /**
   * The words of a language.
   *
   * @param language its code, such as {@code fr}
   * @throws AnalysisException if there is no file for it
   */
  public static Words of(String language) {
    if (!languages().contains(language)) {
      throw new AnalysisException(
          "no report in '%s'; the languages are %s"
              .formatted(language, String.join(", ", languages())));
    }
    Properties file = new Properties();
    try (InputStream bytes = Words.class.getResourceAsStream(file(language));
        Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(file(language) + " is part of this program", e);
    }
    Map<String, String> texts = new TreeMap<>();
    file.stringPropertyNames().forEach(key -> texts.put(key, file.getProperty(key)));
    return of(Locale.forLanguageTag(language), texts);
  }

  /** Words from elsewhere than a file. */
  static Words of(Locale locale, Map<String, String> texts) {
    Map<String, String> set = new TreeMap<>(texts);
    set.replaceAll((key, text) -> unbroken(text, texts));
    return new Words(locale, set);
  }

  /** The codes of all languages that there are files for. */
  public static List<String> languages() {
    return Arrays.stream(Locale.getISOLanguages())
        .filter(language -> Words.class.getResource(file(language)) != null)
        .sorted()
        .toList();
  }

  /** The code of the language. */
  public String language() {
    return locale.getLanguage();
  }

  /** For dates. */
  public Locale locale() {
    return locale;
  }

  /** All that can be said, by name. */
  Set<String> keys() {
    return texts.keySet();
  }

  /**
   * What stands in the file under a name.
   *
   * @param values for its places; whole numbers are written as the language does
   */
  public String text(String key, Object... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("nothing to say for " + key);
    }
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }

  /** A number as the language writes its decimals. */
  public String decimal(String number) {
    return number.replace(".", text("number.point"));
  }

  /** All of several. */
  public String and(List<String> names) {
    return series(names, "list.and");
  }

  /** Any of several. */
  public String or(List<String> names) {
    return series(names, "list.or");
  }

  /** One after the other; they may have decimals, but no more than one part each. */
  public String list(List<String> parts) {
    return joined(parts, "list");
  }

  /** One after the other; they may have several parts each. */
  public String then(List<String> parts) {
    return joined(parts, "list.then");
  }

  private String joined(List<String> parts, String how) {
    return parts.stream().reduce((before, part) -> text(how, before, part)).orElse("");
  }

  private String series(List<String> names, String last) {
    int all = names.size();
    return all < 2
        ? String.join("", names)
        : text(last, String.join(", ", names.subList(0, all - 1)), names.get(all - 1));
  }

  private static String file(String language) {
    return "report_" + language + ".properties";
  }

  /** No line breaks before a colon and the like where the language sets a space there. */
  private static String unbroken(String text, Map<String, String> texts) {
    String before = texts.getOrDefault("space.before", "");
    String after = texts.getOrDefault("space.after", "");
    String kept = before.isEmpty() ? text : text.replaceAll(" (?=[" + before + "])", "\u00A0");
    return after.isEmpty() ? kept : kept.replaceAll("(?<=[" + after + "]) ", "\u00A0");
  }
}
