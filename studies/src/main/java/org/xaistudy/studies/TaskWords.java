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
import org.jspecify.annotations.Nullable;

/**
 * The sentences that tell people what they are asked, in one language. They come from {@code
 * task_<language>.properties}, where each sentence stands once a task, with places for the forms in
 * which the artefact's name is needed, and each kind of artefact with those forms; a study may say
 * any of them in words of its own.
 *
 * @param lead what the study is about, on its first page
 * @param models how models learn, and what may go wrong
 * @param about what the models did, or the model does
 * @param task what people are to find out
 * @param picture what the picture is, for those who cannot see it
 * @param yesTitle above the example whose right answer is yes, or the only one
 * @param yesExample below it
 * @param noTitle above the example whose right answer is no; empty where answers are no yes or no,
 *     as are the next three
 * @param noExample below it
 * @param yes why the right answer was yes
 * @param no why the right answer was no
 * @param mixture what to expect of the pictures that count
 * @param sureYes the first of four answers, where a study's decision is one of four; empty where
 *     answers are no yes or no, as are the next three
 * @param ratherYes the second
 * @param ratherNo the third
 * @param sureNo the last
 */
public record TaskWords(
    String lead,
    String models,
    String about,
    String task,
    String picture,
    String yesTitle,
    String yesExample,
    String noTitle,
    String noExample,
    String yes,
    String no,
    String mixture,
    String sureYes,
    String ratherYes,
    String ratherNo,
    String sureNo) {
  private static final Pattern FORM = Pattern.compile("\\{([a-z.]+)}");
  private static final Map<String, Optional<Properties>> LANGUAGES = new ConcurrentHashMap<>();

  /** What sentences are called among an artefact's own, where that is something else. */
  private static final Map<String, String> OF_ARTEFACT =
      Map.of("yesExample", "cheats", "noExample", "sound", "yes", "used", "no", "unused");

  /**
   * The sentences of a study; in its first language that has any where {@code language} has none.
   */
  public static TaskWords of(Study study, String language) {
    Sentences say = new Sentences(study, language, known(study, language));
    return new TaskWords(
        say.of("lead"),
        say.of("models"),
        say.of("about"),
        say.of("task"),
        say.of("picture"),
        say.of("yesTitle"),
        say.of("yesExample"),
        say.of("noTitle"),
        say.of("noExample"),
        say.of("yes"),
        say.of("no"),
        say.of("mixture"),
        say.of("sureYes"),
        say.of("ratherYes"),
        say.of("ratherNo"),
        say.of("sureNo"));
  }

  /** What people read for one of four answers. */
  public String of(Grade grade) {
    return switch (grade) {
      case SURE_YES -> sureYes;
      case RATHER_YES -> ratherYes;
      case RATHER_NO -> ratherNo;
      case SURE_NO -> sureNo;
    };
  }

  /** The sentence {@link #picture} alone, which is wanted more often than all others together. */
  public static String picture(Study study, String language) {
    return new Sentences(study, language, known(study, language)).of("picture");
  }

  private static Properties known(Study study, String language) {
    return spoken(language)
        .or(() -> study.languages().stream().flatMap(l -> spoken(l).stream()).findFirst())
        .orElseThrow(() -> new IllegalStateException("no task_" + language));
  }

  /** Whether the tasks have sentences in a language. */
  static boolean speaks(String language) {
    return spoken(language).isPresent();
  }

  private static Optional<Properties> spoken(String language) {
    return LANGUAGES.computeIfAbsent(language, TaskWords::read);
  }

  private static Optional<Properties> read(String language) {
    String name = "task_" + language + ".properties";
    try (InputStream in = TaskWords.class.getResourceAsStream(name)) {
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

  /** The study's own sentences first, then its artefact's, then the task's. */
  private record Sentences(Study study, String language, Properties known) {
    String of(String name) {
      Text own = own(name);
      if (own != null) {
        return own.in(language);
      }
      return FORM.matcher(known.getProperty(study.task().written() + "." + name, ""))
          .replaceAll(
              form ->
                  known.getProperty(study.artefact().orElseThrow().kind() + "." + form.group(1)));
    }

    private @Nullable Text own(String name) {
      Text own = study.words().get(name);
      return own != null
          ? own
          : study
              .artefact()
              .map(artefact -> artefact.words().get(OF_ARTEFACT.getOrDefault(name, name)))
              .orElse(null);
    }
  }
}
