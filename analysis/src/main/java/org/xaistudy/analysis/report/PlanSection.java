package org.xaistudy.analysis.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.plan.PlanDates;
import org.xaistudy.analysis.results.Look;
import org.xaistudy.analysis.results.Results;

/** When the plan was written down, and when it lets people look: said at the top of the report. */
final class PlanSection {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  private PlanSection() {}

  /**
   * A warning where these are answers of a pilot, where whoever wrote the plan may have seen
   * answers, or where there is a later one.
   */
  static Markup dates(PlanDates dates) {
    Markup pilot =
        dates.pilot()
            ? Blocks.warning(
                "A pilot: the study was tried out with these people, and what came after is not among"
                    + " these answers. All of this report is exploratory.")
            : Markup.NONE;
    return Markup.all(pilot, age(dates));
  }

  private static Markup age(PlanDates dates) {
    if (dates.late()) {
      return Blocks.warning(
          "This plan is later than the first answers: the study runs with it since %s, and its first participant came on %s. Whoever wrote it may have seen answers, so all of this report is exploratory; publish it with both dates."
              .formatted(minute(dates.since()), minute(dates.firstParticipant().orElseThrow())));
    }
    return dates
        .changed()
        .map(
            changed ->
                Blocks.warning(
                    "The plan was changed after the first participant had come: since %s the study runs with another one. This report follows the first plan."
                        .formatted(minute(changed))))
        .orElse(Markup.NONE);
  }

  /** A warning where the data are looked at before anybody planned to. */
  static Markup early(Look look) {
    return look.foreseen()
        ? Markup.NONE
        : Blocks.warning(
            "Fewer people have finished than the plan states for its %slook: %d of %d in the smallest method. If the study goes on after this, its p-values no longer hold what they say."
                .formatted(
                    look.planned().several() ? "first " : "",
                    look.finished(),
                    look.planned().participants().get(0)));
  }

  /** Since when the plan stands, as far as anything tells. */
  static String written(Plan plan) {
    return plan.dates()
        .map(
            dates ->
                " The plan stands since %s%s."
                    .formatted(
                        minute(dates.since()),
                        dates
                            .firstParticipant()
                            .map(first -> ", the first participant came on " + minute(first))
                            .orElse("")))
        .orElse(" Nothing here tells when it was written.");
  }

  /** The stopping rule, and what looks before the end do to p-values. */
  static String looks(Results results) {
    return results.look().map(look -> looks(look, results.plan())).orElse("");
  }

  private static String looks(Look look, Plan plan) {
    String rule =
        look.planned().rule().isEmpty() ? "" : "Stopping rule: " + look.planned().rule() + " ";
    if (!look.planned().several()) {
      return rule
          + "The plan states one look at the answers, when %d people per method have finished. "
              .formatted(look.planned().all());
    }
    String sizes =
        look.planned().participants().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    String which =
        look.foreseen()
            ? ("This is look %d of %d: p-values of the comparison below are raised for all looks"
                    + " (O’Brien–Fleming spending, Lan & DeMets 1983) before %s’s correction; alone,"
                    + " p ≤ %s counts here. ")
                .formatted(
                    look.number() + 1,
                    look.planned().participants().size(),
                    plan.correction().title(),
                    Apa.share(look.nominal(), 4))
            : "";
    return rule + "The plan states looks at " + sizes + " people per method. " + which;
  }

  private static String minute(Instant instant) {
    return MINUTE.format(instant.atOffset(ZoneOffset.UTC));
  }
}
