package org.xaistudy.analysis.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.PlanDates;
import org.xaistudy.analysis.results.Look;
import org.xaistudy.analysis.results.Results;

/** When the plan was written down, and when it lets people look: said at the top of the report. */
final class PlanSection {
  private PlanSection() {}

  /**
   * A warning where these are answers of a pilot, where whoever wrote the plan may have seen
   * answers, or where there is a later one.
   */
  static Markup dates(PlanDates dates, Apa apa) {
    Markup pilot = dates.pilot() ? Blocks.warning(apa.text("plan.pilot")) : Markup.NONE;
    return Markup.all(pilot, age(dates, apa));
  }

  private static Markup age(PlanDates dates, Apa apa) {
    if (dates.late()) {
      return Blocks.warning(
          apa.text(
              "plan.late",
              minute(dates.since(), apa),
              minute(dates.firstParticipant().orElseThrow(), apa)));
    }
    return dates
        .changed()
        .map(changed -> Blocks.warning(apa.text("plan.changed", minute(changed, apa))))
        .orElse(Markup.NONE);
  }

  /** A warning where the data are looked at before anybody planned to. */
  static Markup early(Look look, Apa apa) {
    return look.foreseen()
        ? Markup.NONE
        : Blocks.warning(
            apa.text(
                look.planned().several() ? "plan.early.first" : "plan.early",
                look.finished(),
                look.planned().participants().get(0)));
  }

  /** Since when the plan stands, as far as anything tells. */
  static String written(Plan plan) {
    Apa apa = Apa.of(plan);
    return plan.dates().map(dates -> written(dates, apa)).orElse(apa.text("plan.undated"));
  }

  private static String written(PlanDates dates, Apa apa) {
    String since = minute(dates.since(), apa);
    return dates
        .firstParticipant()
        .map(first -> apa.text("plan.since.before", since, minute(first, apa)))
        .orElse(apa.text("plan.since", since));
  }

  /** The stopping rule, and what looks before the end do to p-values; a space behind it. */
  static String looks(Results results) {
    return results
        .look()
        .map(look -> looks(look, results.plan()))
        .map(sentences -> sentences + " ")
        .orElse("");
  }

  private static String looks(Look look, Plan plan) {
    Apa apa = Apa.of(plan);
    List<String> sentences = new ArrayList<>();
    if (!look.planned().rule().isEmpty()) {
      sentences.add(apa.text("plan.rule", look.planned().rule()));
    }
    if (!look.planned().several()) {
      sentences.add(apa.text("plan.look", look.planned().all()));
      return String.join(" ", sentences);
    }
    sentences.add(
        apa.text(
            "plan.looks",
            look.planned().participants().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "))));
    if (look.foreseen()) {
      sentences.add(
          apa.text(
              "plan.looks.this",
              look.number() + 1,
              look.planned().participants().size(),
              plan.correction().title(),
              apa.share(look.nominal(), 4)));
    }
    return String.join(" ", sentences);
  }

  private static String minute(Instant instant, Apa apa) {
    return DateTimeFormatter.ofPattern(apa.text("date.minute"), apa.words().locale())
        .format(instant.atOffset(ZoneOffset.UTC));
  }
}
