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
import org.xaistudy.analysis.plan.Plan;

/** What people replied at the end, as far as it cannot name anybody. */
final class QuestionnaireSection {
  private final Map<String, Numbers> numbers = new LinkedHashMap<>();
  private final Map<String, Choice> choices = new LinkedHashMap<>();
  private final Map<String, Words> words = new LinkedHashMap<>();

  private final Plan plan;
  private final Apa apa;

  private QuestionnaireSection(Arrivals arrivals, Plan plan) {
    this.plan = plan;
    apa = Apa.of(plan);
    arrivals
        .questions()
        .forEach(
            question -> sort(plan.wording().read(question.question()), arrivals.replies(question)));
  }

  static Markup of(Arrivals arrivals, Plan plan) {
    return arrivals.questions().isEmpty()
        ? Markup.NONE
        : new QuestionnaireSection(arrivals, plan).html();
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
        Blocks.heading(apa.text("questionnaire")),
        Blocks.tables(tables),
        Blocks.caption(apa.text("questionnaire.caption")));
  }

  private HtmlTable numbers() {
    HtmlTable table =
        new HtmlTable(
            apa.text("questionnaire.numbers"),
            List.of(
                apa.text("column.question"),
                apa.text("column.replies"),
                apa.text("column.median"),
                apa.text("column.range")));
    numbers.forEach(
        (question, some) ->
            table.row(
                question,
                List.of(
                    String.valueOf(some.people()),
                    some.people() == 0 ? "–" : apa.shortest(some.median()),
                    some.people() == 0
                        ? "–"
                        : apa.text(
                            "number.fromTo",
                            apa.shortest(some.low()),
                            apa.shortest(some.high())))));
    return table;
  }

  private HtmlTable table(String question, Choice choice) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    choice
        .counts()
        .forEach(
            (option, people) -> counts.merge(plan.wording().read(option), people, Integer::sum));
    HtmlTable table = HtmlTable.counts(question, apa.text("column.reply"), counts, apa);
    return choice.others() == 0
        ? table
        : table.row(apa.text("questionnaire.noLonger"), List.of(String.valueOf(choice.others())));
  }

  private HtmlTable words() {
    HtmlTable table =
        new HtmlTable(
            apa.text("questionnaire.words"),
            List.of(apa.text("column.question"), apa.text("column.replies")));
    words.forEach((question, some) -> table.row(question, List.of(String.valueOf(some.people()))));
    return table;
  }
}
