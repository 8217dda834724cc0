package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.responses.Period;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/** What came out, in sentences ready to quote. */
final class SummarySection {
  private SummarySection() {}

  static Markup lead(Results results) {
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    String numbers =
        apa.text(
            "summary.lead",
            results.flow().kept().participants().size(),
            results.flow().kept().size(),
            results.arms().size(),
            plan.name(plan.reference()));
    return Markup.of(
        "<p class='lead'>%s</p>\n%s%s%s%s%s%s",
        numbers,
        Blocks.caption(provenance(results)),
        results.flow().simulated() ? Blocks.warning(apa.text("summary.simulated")) : Markup.NONE,
        Editions.of(results.flow(), plan.words()).map(Blocks::warning).orElse(Markup.NONE),
        plan.dates().map(dates -> PlanSection.dates(dates, apa)).orElse(Markup.NONE),
        results.look().map(look -> PlanSection.early(look, apa)).orElse(Markup.NONE),
        results.flow().kept().trialsAreTold()
            ? Markup.NONE
            : Blocks.warning(apa.text("summary.trialsUntold")));
  }

  private static String provenance(Results results) {
    Apa apa = Apa.of(results.plan());
    List<String> parts = new ArrayList<>();
    String study = results.flow().kept().study();
    if (!study.isEmpty()) {
      parts.add(apa.text("summary.study", study));
    }
    results.flow().versions().stream()
        .filter(version -> version != Participant.UNKNOWN_VERSION)
        .forEach(version -> parts.add(apa.text("version", version)));
    results
        .flow()
        .kept()
        .answered()
        .ifPresent(period -> parts.add(apa.text("period.answered", days(period, apa))));
    parts.add(
        apa.text(results.primary().paired() ? "summary.allMethods" : "summary.oneMethodEach"));
    if (!results.plan().wording().design().isEmpty()) {
      parts.add(results.plan().wording().design());
    }
    return Apa.capitalised(apa.words().then(parts) + ".");
  }

  /** The days on which people answered. */
  static String days(Period period, Apa apa) {
    return period.firstDay().equals(period.lastDay())
        ? apa.text("period.day", period.firstDay())
        : apa.text("period.days", period.firstDay(), period.lastDay());
  }

  static Markup of(Results results) {
    MeasureResult primary = results.primary();
    Sentences sentences = Sentences.of(results.plan());
    return Markup.all(
        status(results),
        Markup.of("<p class='conclusion'>%s</p>\n", Conclusion.of(results)),
        Blocks.paragraph(rates(results)),
        results.utility().isEmpty() ? Markup.NONE : Blocks.paragraph(utility(results)),
        primary.comparisons().isEmpty()
            ? Markup.NONE
            : Markup.all(
                Blocks.findings(sentences.comparisons(primary, results.plan())),
                Blocks.paragraph(sentences.together(primary))));
  }

  private static Markup status(Results results) {
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    return Blocks.caption(
        plan.preregistered()
            ? PlanSection.looks(results)
                + apa.text("summary.planned", plan.name(plan.reference()))
                + " "
                + PlanSection.written(plan)
            : apa.text("summary.unplanned"));
  }

  private static String utility(Results results) {
    Plan plan = results.plan();
    Apa apa = Apa.of(plan);
    List<String> ratios =
        results.utility().stream()
            .map(one -> plan.name(one.method()) + " " + UtilitySection.ratio(one.mean(), apa))
            .toList();
    return apa.text("summary.utility", plan.name(plan.reference()), apa.words().list(ratios));
  }

  private static String preferences(Results results) {
    Apa apa = Apa.of(results.plan());
    List<String> preferences = new ArrayList<>();
    for (ArmResult arm : results.arms()) {
      preferences.add(
          apa.text(
              preferences.isEmpty() ? "summary.preference.first" : "summary.preference.other",
              apa.number(arm.ratings().preference().value(), 2),
              results.plan().name(arm.method())));
    }
    return Apa.typeset(apa.text("summary.preferences", apa.words().and(preferences)));
  }

  private static String rates(Results results) {
    Plan plan = results.plan();
    if (!plan.asked().scored()) {
      return preferences(results);
    }
    Apa apa = Apa.of(plan);
    List<String> rates =
        results.arms().stream()
            .map(
                arm ->
                    apa.text(
                        "summary.rate",
                        apa.percent(arm.right().tally().accuracy().value()),
                        plan.name(arm.method())))
            .toList();
    return Apa.typeset(
        apa.text(
            "summary.rates." + plan.task().key().name().toLowerCase(Locale.ROOT),
            apa.words().and(rates),
            apa.shares(plan.chance())));
  }
}
