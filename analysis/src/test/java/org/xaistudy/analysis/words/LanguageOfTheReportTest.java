package org.xaistudy.analysis.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.report.EveryKind;
import org.xaistudy.analysis.responses.Responses;
import org.xaistudy.studies.Study;

/** What a report says is in its language, all of it. */
class LanguageOfTheReportTest {
  private static final Pattern STYLE = Pattern.compile("(?s)<style>.*?</style>");
  private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");
  private static final Pattern READ_ALOUD = Pattern.compile("(?:alt=|aria-label=)['\"]([^'\"]*)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

  /** Places in a text, and what belongs to them. */
  private static final Pattern PLACE =
      Pattern.compile("\\{\\d+,choice,|\\{\\d+,number,#}|\\{\\d+}");

  /**
   * Titles of papers, formulas as R writes them, this program and sums of files are called the same
   * everywhere.
   */
  private static final List<Pattern> NAMED =
      List.of(
          Pattern.compile("Achtibat, R\\. et al\\. .*?\\(2023\\)\\."),
          Pattern.compile("Kim, S\\. S\\. Y\\. et al\\. .*?\\(2022\\)\\."),
          Pattern.compile("Hase, P\\. .*?NeurIPS \\(2022\\)\\."),
          Pattern.compile("Adebayo, J\\. et al\\. .*?\\(2022\\)\\."),
          Pattern.compile("correct ~ method( \\+ \\(1 \\| (participant|stimulus)\\))+"),
          Pattern.compile("XAI Study( analysis)?"),
          Pattern.compile("[0-9a-f]{16,}"),
          Pattern.compile("Integrated Gradients|Grad-CAM"));

  /** Of people and measures; and the codes of languages. */
  private static final Set<String> NAMES =
      Set.of(
          "AUROC",
          "Bonferroni",
          "Benjamini",
          "Hochberg",
          "CRP",
          "Holm",
          "LRP",
          "Mann",
          "Wilcoxon",
          "dz",
          "gz",
          "SHA",
          "SHAP",
          "Spearman",
          "Student",
          "Whitney",
          "Wilson",
          "de",
          "en");

  @TempDir Path folder;

  /**
   * In a language without any Latin letter, whatever can still be read does not come from the
   * language's file.
   */
  @Test
  void everyWordComesFromTheFile() throws IOException {
    Map<String, String> strange = new TreeMap<>();
    for (String key : Words.ENGLISH.keys()) {
      strange.put(key, key.equals("date.minute") ? "d.M." : strange(Words.ENGLISH.text(key)));
    }
    texts(Words.of(Locale.FRENCH, strange))
        .forEach(
            (name, text) -> {
              Set<String> read = new TreeSet<>();
              WORD.matcher(text).results().map(MatchResult::group).forEach(read::add);
              read.removeAll(NAMES);
              assertThat(read).as(name).isEmpty();
            });
  }

  @Test
  void theFrenchReportHoldsNoEnglish() throws IOException {
    texts(Words.of("fr"))
        .forEach(
            (name, text) ->
                assertThat(text)
                    .as(name)
                    .doesNotContainPattern(
                        "(?i)\\b(the|with|and|of|or|is|are|was|people|which|who|whose|their|not"
                            + "|answers?|right|wrong|difference of|means?)\\b"));
  }

  @Test
  void frenchIsWrittenAsFrenchIs() throws IOException {
    Map<String, String> texts = texts(Words.of("fr"));
    texts.keySet().removeIf(name -> name.endsWith(EveryKind.TERMINAL));
    texts.forEach(
        (name, text) ->
            assertThat(text)
                .as(name)
                .doesNotContainPattern("[0-9]\\.[0-9]")
                .doesNotContainPattern(" [:;?!%»]")
                .doesNotContainPattern("[^\u00A0]»|«[^\u00A0]")
                .doesNotContainPattern("[=<] ?,[0-9]")
                .doesNotContain("'"));
  }

  @Test
  void thePageSaysWhichLanguageItIsIn() throws IOException {
    for (String language : List.of("en", "fr")) {
      Map<String, String> pages = pages(Words.of(language));
      pages.keySet().removeIf(name -> name.endsWith(EveryKind.TERMINAL));
      assertThat(pages.values())
          .allMatch(page -> page.contains("<html lang=\"%s\">".formatted(language)));
    }
  }

  /** What people read or hear of the pages, without the texts of the studies. */
  private Map<String, String> texts(Words words) throws IOException {
    Map<String, String> texts = pages(words);
    Set<String> ofTheStudies = EveryKind.ofTheStudies();
    texts.replaceAll(
        (name, page) -> {
          String text = read(page);
          for (String own : ofTheStudies) {
            text = text.replace(own, "");
          }
          for (Pattern pattern : NAMED) {
            text = pattern.matcher(text).replaceAll("");
          }
          return text;
        });
    return texts;
  }

  private static String read(String page) {
    StringBuilder text = new StringBuilder();
    READ_ALOUD.matcher(page).results().forEach(one -> text.append(one.group(1)).append('\n'));
    text.append(TAG.matcher(STYLE.matcher(page).replaceAll("")).replaceAll("\n"));
    return text.toString()
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  private static String strange(String text) {
    StringBuilder strange = new StringBuilder();
    int from = 0;
    for (MatchResult place : PLACE.matcher(text).results().toList()) {
      strange.append(text.substring(from, place.start()).replaceAll("[A-Za-z]", "ж"));
      strange.append(place.group());
      from = place.end();
    }
    return strange.append(text.substring(from).replaceAll("[A-Za-z]", "ж")).toString();
  }

  private Map<String, String> pages(Words words) throws IOException {
    return EveryKind.pages(
        folder,
        new EveryKind.Plans() {
          @Override
          public Plan of(Study study) {
            return Plan.of(study, words);
          }

          @Override
          public Plan comparingWith(String reference, Responses responses) {
            return Plan.comparingWith(reference, responses, words);
          }
        });
  }
}
