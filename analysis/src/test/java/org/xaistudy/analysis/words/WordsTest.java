package org.xaistudy.analysis.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xaistudy.analysis.AnalysisException;
import org.xaistudy.analysis.exclusion.ExclusionRule;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.responses.Source;
import org.xaistudy.analysis.results.Specification;
import org.xaistudy.studies.Task;
import org.xaistudy.studies.responses.ParticipantOutcome;
import org.xaistudy.testing.Shared;

/** All languages say the same things, and nothing that no report says. */
class WordsTest {
  /** A name of a text in the program, or its beginning up to a full stop. */
  private static final Pattern NAME = Pattern.compile("\"([a-z][A-Za-z]*(?:[.][\\w-]*)*)\"");

  /** The same where it is said at once. */
  private static final Pattern SAID =
      Pattern.compile("\\b(?:apa|words|words\\(\\))[.]text\\(\\s*" + NAME.pattern());

  /** Where the words are used. */
  private static final List<String> PROGRAM =
      List.of(
          "analysis/src/main/java/org/xaistudy/analysis",
          "src/main/java/org/xaistudy/server/report");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

  /** Texts that {@link MessageFormat} never sees: it takes straight apostrophes away. */
  private static final Set<String> PATTERNS = Set.of("date.minute");

  static List<Words> languages() {
    return Words.languages().stream().map(Words::of).toList();
  }

  @Test
  void thereAreEnglishAndFrench() {
    assertThat(Words.languages()).contains("en", "fr");
    assertThatThrownBy(() -> Words.of("../en"))
        .isInstanceOf(AnalysisException.class)
        .hasMessageStartingWith("no report in '../en'; the languages are en, fr");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasTheSameNamesWithTheSamePlaces(Words words) {
    assertThat(words.keys()).containsExactlyElementsOf(Words.ENGLISH.keys());
    for (String key : words.keys()) {
      assertThat(places(words.text(key))).as(key).isEqualTo(places(Words.ENGLISH.text(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyTextCanBeFilled(Words words) {
    for (String key : words.keys()) {
      String text = words.text(key);
      if (PATTERNS.contains(key)) {
        continue;
      }
      assertThat(text).as(key).doesNotContain("'");
      for (int number : new int[] {0, 1, 2, 1234567}) {
        Object[] values = new Object[8];
        Arrays.fill(values, number);
        assertThat(text.contains("{") ? words.text(key, values) : text)
            .as(key)
            .doesNotContain("{", "}", "#");
      }
    }
  }

  /** Names and signs may be the same; sentences are not. */
  @Test
  void frenchIsNoEnglish() {
    Words french = Words.of("fr");
    assertThat(french.keys())
        .filteredOn(key -> french.text(key).equals(Words.ENGLISH.text(key)))
        .allMatch(
            key -> french.text(key).matches("\\P{L}*(\\p{L}[\\p{L}’-]*\\P{L}*){0,2}"), "a name");
  }

  @Test
  void nothingIsUnusedAndNothingIsMissing() throws IOException {
    Set<String> named = inTheProgram(NAME);
    assertThat(Words.ENGLISH.keys())
        .filteredOn(key -> !named.contains(key))
        .filteredOn(key -> named.stream().noneMatch(name -> begins(name, key)))
        .as("unused")
        .isEmpty();
    assertThat(inTheProgram(SAID))
        .filteredOn(name -> !name.endsWith("."))
        .filteredOn(name -> !Words.ENGLISH.keys().contains(name))
        .as("missing")
        .isEmpty();
  }

  /** Names that are put together while the program runs: each of a kind has its text. */
  @Test
  void everyOneOfAKindHasItsText() {
    Map<String, Stream<String>> kinds =
        Map.of(
            "measure.", ids(Measure.values(), Measure::id),
            "source.", ids(Source.values(), Source::id),
            "way.", ids(Specification.Way.values(), Specification.Way::id),
            "column.outcome.", ids(ParticipantOutcome.values(), one -> lower(one.name())),
            "flow.before.", ids(ParticipantOutcome.values(), one -> lower(one.name())),
            "column.rule.", rules(),
            "flow.rule.", rules(),
            "methods.rule.", rules(),
            "summary.rates.",
                ids(Task.Key.values(), key -> lower(key.name())).filter(key -> !key.equals("none")),
            "conclusion.",
                Stream.concat(
                    ids(Task.values(), Task::written)
                        .filter(task -> !task.equals("recommendation")),
                    ids(Measure.values(), Measure::id).filter(one -> !one.equals("correct"))));
    kinds.forEach(
        (beginning, ids) ->
            ids.forEach(id -> assertThat(Words.ENGLISH.keys()).contains(beginning + id)));
  }

  @Test
  void numbersAndSpacesAreThoseOfTheLanguage() {
    Words french = Words.of("fr");
    assertThat(french.decimal("-0.25")).isEqualTo("-0,25");
    assertThat(french.text("number.percent", "95")).isEqualTo("95\u00A0%");
    assertThat(french.text("flow.mark", 1, "x")).isEqualTo("1 pour «\u00A0x\u00A0»");
    assertThat(french.text("flow.agreed", 0)).isEqualTo("0 participant a accepté de participer");
    assertThat(french.text("flow.agreed", 2)).isEqualTo("2 participants ont accepté de participer");
    assertThat(french.text("flow.agreed", 1500)).startsWith("1\u202F500 participants");
    assertThat(Words.ENGLISH.decimal("-0.25")).isEqualTo("-0.25");
    assertThat(Words.ENGLISH.text("flow.agreed", 1500)).startsWith("1,500 participants");
    assertThat(Words.ENGLISH.text("flow.agreed", 1)).startsWith("1 participant agreed");
  }

  @Test
  void severalAreOneAfterTheOther() {
    Words french = Words.of("fr");
    assertThat(french.or(List.of("a"))).isEqualTo("a");
    assertThat(french.or(List.of("a", "b", "c"))).isEqualTo("a, b ou c");
    assertThat(french.and(List.of("a", "b"))).isEqualTo("a et b");
    assertThat(french.then(List.of("a", "b", "c"))).isEqualTo("a\u00A0; b\u00A0; c");
    assertThat(french.list(List.of())).isEmpty();
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean begins(String name, String key) {
    return name.endsWith(".") && key.startsWith(name);
  }

  private static Set<String> inTheProgram(Pattern pattern) throws IOException {
    Set<String> named = new TreeSet<>();
    for (String folder : PROGRAM) {
      try (Stream<Path> files = Files.walk(Shared.root().resolve(folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          pattern
              .matcher(Files.readString(file))
              .results()
              .map(WordsTest::first)
              .forEach(named::add);
        }
      }
    }
    return named;
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }

  private static <T> Stream<String> ids(T[] all, Function<T, String> id) {
    return Arrays.stream(all).map(id);
  }

  private static Stream<String> rules() {
    return Stream.of(
            ExclusionRule.ATTENTION,
            ExclusionRule.INCOMPLETE,
            ExclusionRule.FLAGGED,
            ExclusionRule.STRAIGHT_LINING,
            ExclusionRule.tooFast(1))
        .map(ExclusionRule::id);
  }

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }
}
