package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.arrivals.Arrivals;
import org.xaistudy.analysis.arrivals.Replies;
import org.xaistudy.analysis.arrivals.Replies.Choice;
import org.xaistudy.analysis.arrivals.Replies.Numbers;
import org.xaistudy.analysis.arrivals.Replies.Words;
import org.xaistudy.analysis.figure.Markup;

/** What people replied at the end, as far as it cannot name anybody. */
final class QuestionnaireSection {
  private final Map<String, Numbers> numbers = new LinkedHashMap<>();
  private final Map<String, Choice> choices = new LinkedHashMap<>();
  private final Map<String, Words> words = new LinkedHashMap<>();

  private QuestionnaireSection(Arrivals arrivals) {
    arrivals
        .questions()
        .forEach(question -> sort(question.question().in("en"), arrivals.replies(question)));
  }

  static Markup of(Arrivals arrivals) {
    return arrivals.questions().isEmpty() ? Markup.NONE : new QuestionnaireSection(arrivals).html();
  }

  private void sort(String question, Replies replies) {
    if (replies instanceof Numbers some) {
      numbers.put(question, some);
    } else if (replies instanceof Choice some) {
      choices.put(question, some);
    } else if (replies instanceof Words some) {
      words.put(question, some);
    } else {
      throw new IllegalStateException("unknown kind of replies: " + replies);
    }
  }

  private Markup html() {
    List<HtmlTable> tables = new ArrayList<>();
    if (!numbers.isEmpty()) {
      tables.add(numbers());
    }
    choices.forEach((question, choice) -> tables.add(table(question, choice)));
    if (!words.isEmpty()) {
      tables.add(words());
    }
    return Markup.all(
        Blocks.heading("Questionnaire", false),
        Blocks.tables(tables),
        Blocks.caption("Replies in people’s own words are counted, never shown."));
  }

  private HtmlTable numbers() {
    HtmlTable table =
        new HtmlTable("Replies in numbers", List.of("Question", "Replies", "Median", "Range"));
    numbers.forEach(
        (question, some) ->
            table.row(
                question,
                List.of(
                    String.valueOf(some.people()),
                    some.people() == 0 ? "–" : Apa.shortest(some.median()),
                    some.people() == 0
                        ? "–"
                        : Apa.shortest(some.low()) + " to " + Apa.shortest(some.high()))));
    return table;
  }

  private static HtmlTable table(String question, Choice choice) {
    HtmlTable table = HtmlTable.counts(question, "Reply", choice.counts());
    return choice.others() == 0
        ? table
        : table.row("no longer offered", List.of(String.valueOf(choice.others())));
  }

  private HtmlTable words() {
    HtmlTable table = new HtmlTable("In their own words", List.of("Question", "Replies"));
    words.forEach((question, some) -> table.row(question, List.of(String.valueOf(some.people()))));
    return table;
  }
}
