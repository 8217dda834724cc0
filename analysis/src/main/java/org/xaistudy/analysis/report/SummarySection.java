package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/** What came out, in sentences ready to quote. */
final class SummarySection {
  private SummarySection() {}

  static Markup lead(Results results) {
    String numbers =
        "%,d participants, %,d answers, %d methods; reference: %s"
            .formatted(
                results.flow().kept().participants().size(),
                results.flow().kept().size(),
                results.arms().size(),
                results.plan().name(results.plan().reference()));
    return Markup.of(
        "<p class='lead'>%s</p>\n%s%s%s%s%s%s",
        numbers,
        Blocks.caption(provenance(results)),
        results.flow().simulated()
            ? Blocks.warning("Simulated answers: no person took part.")
            : Markup.NONE,
        Editions.of(results.flow()).map(Blocks::warning).orElse(Markup.NONE),
        results.plan().dates().map(PlanSection::dates).orElse(Markup.NONE),
        results.look().map(PlanSection::early).orElse(Markup.NONE),
        results.flow().kept().trialsAreTold()
            ? Markup.NONE
            : Blocks.warning(
                "The answers name neither trials nor stimuli: one that stands twice cannot be"
                    + " noticed and would count twice."));
  }

  private static String provenance(Results results) {
    List<String> parts = new ArrayList<>();
    String study = results.flow().kept().study();
    if (!study.isEmpty()) {
      parts.add("Study " + study);
    }
    results.flow().versions().stream()
        .filter(version -> version != Participant.UNKNOWN_VERSION)
        .forEach(version -> parts.add("version " + version));
    results.flow().kept().answered().ifPresent(period -> parts.add("answered " + period.inWords()));
    parts.add("each participant saw one method");
    if (!results.plan().wording().design().isEmpty()) {
      parts.add(results.plan().wording().design());
    }
    return Apa.capitalised(String.join("; ", parts) + ".");
  }

  static Markup of(Results results) {
    MeasureResult primary = results.primary();
    return Markup.all(
        status(results),
        Markup.of("<p class='conclusion'>%s</p>\n", Conclusion.of(results)),
        Blocks.paragraph(rates(results)),
        results.utility().isEmpty() ? Markup.NONE : Blocks.paragraph(utility(results)),
        primary.comparisons().isEmpty()
            ? Markup.NONE
            : Markup.all(
                Blocks.findings(Sentences.comparisons(primary, results.plan())),
                Blocks.paragraph(Sentences.together(primary))));
  }

  private static Markup status(Results results) {
    return Blocks.caption(
        results.plan().preregistered()
            ? PlanSection.looks(results)
                + "The comparison below, method − "
                + results.plan().name(results.plan().reference())
                + ", is the one that the study’s file states. Whatever is marked"
                + " exploratory was not foreseen there."
                + PlanSection.written(results.plan())
            : "No plan was written down before the answers: all of this report is exploratory.");
  }

  private static String utility(Results results) {
    return results.utility().stream()
        .map(one -> results.plan().name(one.method()) + " " + UtilitySection.ratio(one.mean()))
        .collect(
            Collectors.joining(
                ", ",
                "Utility, the mean over sessions of accuracy over that with %s: "
                    .formatted(results.plan().name(results.plan().reference())),
                "; above 1 explanations helped."));
  }

  private static String joint(int arm, Results results) {
    return arm == 0 ? "" : arm == results.arms().size() - 1 ? " and " : ", ";
  }

  private static String preferences(Results results) {
    StringBuilder text =
        new StringBuilder("The mean preference for the model that did not learn the artefact was ");
    for (int i = 0; i < results.arms().size(); i++) {
      ArmResult arm = results.arms().get(i);
      text.append(joint(i, results))
          .append(Apa.number(arm.ratings().preference().value(), 2))
          .append(i == 0 ? " points with " : " with ")
          .append(results.plan().name(arm.method()));
    }
    return Apa.typeset(text.append("; 0 would be none.").toString());
  }

  private static String rates(Results results) {
    if (!results.plan().asked().scored()) {
      return preferences(results);
    }
    StringBuilder text =
        new StringBuilder("Participants " + Speech.right(results.plan().task()) + " ");
    for (int i = 0; i < results.arms().size(); i++) {
      ArmResult arm = results.arms().get(i);
      text.append(joint(i, results))
          .append(Apa.percent(arm.right().tally().accuracy().value()))
          .append(" of the time with ")
          .append(results.plan().name(arm.method()));
    }
    return Apa.typeset(
        text.append("; guessing would be " + Apa.shares(results.plan().chance()) + ".").toString());
  }
}
