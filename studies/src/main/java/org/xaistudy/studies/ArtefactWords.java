package org.xaistudy.studies;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The sentences that name a study's artefact, in one language. They come from {@code
 * artefact_<language>.properties}, where each sentence stands once with places for the forms in
 * which the artefact's name is needed, and each kind of artefact with those forms; a study may say
 * any of them in words of its own.
 *
 * @param about what the shortcut is, and what the two models made of it
 * @param task what people are to find out
 * @param picture what the picture is, for those who cannot see it
 * @param cheats under the example of a model that uses it
 * @param sound under the example of a model that does not
 * @param used why the right answer was yes
 * @param unused why the right answer was no
 */
public record ArtefactWords(
    String about,
    String task,
    String picture,
    String cheats,
    String sound,
    String used,
    String unused) {
  private static final Pattern FORM = Pattern.compile("\\{([a-z.]+)}");
  private static final Map<String, Optional<Properties>> LANGUAGES = new ConcurrentHashMap<>();

  /**
   * The sentences of a study; in its first language that has any where {@code language} has none.
   */
  public static ArtefactWords of(Study study, String language) {
    Properties own = own(study, language);
    Artefact artefact = study.artefact();
    Map<String, Text> given = artefact.words();
    return new ArtefactWords(
        sentence("about", artefact, given, own, language),
        sentence("task", artefact, given, own, language),
        sentence("picture", artefact, given, own, language),
        sentence("cheats", artefact, given, own, language),
        sentence("sound", artefact, given, own, language),
        sentence("used", artefact, given, own, language),
        sentence("unused", artefact, given, own, language));
  }

  /** The sentence {@link #picture} alone, which is wanted more often than all others together. */
  public static String picture(Study study, String language) {
    Artefact artefact = study.artefact();
    return sentence("picture", artefact, artefact.words(), own(study, language), language);
  }

  private static Properties own(Study study, String language) {
    return spoken(language)
        .or(() -> study.languages().stream().flatMap(l -> spoken(l).stream()).findFirst())
        .orElseThrow(() -> new IllegalStateException("no artefact_" + language));
  }

  /** Whether the artefacts have sentences in a language. */
  static boolean speaks(String language) {
    return spoken(language).isPresent();
  }

  private static String sentence(
      String name, Artefact artefact, Map<String, Text> given, Properties own, String language) {
    Text replaced = given.get(name);
    return replaced != null
        ? replaced.in(language)
        : FORM.matcher(own.getProperty(name))
            .replaceAll(form -> own.getProperty(artefact.kind() + "." + form.group(1)));
  }

  private static Optional<Properties> spoken(String language) {
    return LANGUAGES.computeIfAbsent(language, ArtefactWords::read);
  }

  private static Optional<Properties> read(String language) {
    String name = "artefact_" + language + ".properties";
    try (InputStream in = ArtefactWords.class.getResourceAsStream(name)) {
      if (in == null) {
        return Optional.empty();
      }
      Properties words = new Properties();
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        words.load(reader);
      }
      return Optional.of(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
