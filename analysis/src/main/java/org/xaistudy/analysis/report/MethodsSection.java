package org.xaistudy.analysis.report;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;
import org.xaistudy.analysis.results.Results;

/** How it was computed: a paragraph ready to paste. */
final class MethodsSection {
  private MethodsSection() {}

  static Markup of(Results results) {
    Plan plan = results.plan();
    return Markup.of(
        "<div class='quote'>%s%s</div>%s",
        Blocks.paragraph(exclusions(plan) + tests(plan)),
        Blocks.paragraph(estimates(plan)),
        Blocks.caption(provenance(results)));
  }

  private static String exclusions(Plan plan) {
    String rules =
        plan.eligibility().rules().stream()
            .map(rule -> rule.reason())
            .collect(Collectors.joining("; "));
    return rules.isEmpty()
        ? "No participant was left out. "
        : "Participants were left out by these rules, in this order: " + rules + ". ";
  }

  private static String tests(Plan plan) {
    return "The unit of analysis is the participant. Each method was compared with "
        + plan.name(plan.reference())
        + " on the participants’ mean "
        + plan.primary().title()
        + " by Welch’s two-sided t-test, p-values corrected by "
        + plan.correction().title()
        + "’s method over the comparisons; effect sizes are Cohen’s d and Hedges’ g with the pooled"
        + " standard deviation and exact intervals from the noncentral t distribution (Steiger &"
        + " Fouladi, 1997). Student’s t-test,"
        + " the Mann–Whitney test (exact below 50 a group without ties, else with corrections for"
        + " ties and continuity), a permutation test of the mean difference ("
        + String.format("%,d", plan.resampling().samples())
        + " random splits) and two one-sided Welch tests of equivalence (margins: "
        + margins(plan)
        + ") accompany it.";
  }

  private static String margins(Plan plan) {
    return Arrays.stream(Measure.values())
        .map(measure -> measure.title() + " ± " + Apa.shortest(plan.margins().of(measure)))
        .collect(Collectors.joining(", "));
  }

  private static String estimates(Plan plan) {
    return ("Standard errors of rates are binomial over trials; intervals are Wilson’s and"
            + " bias-corrected accelerated bootstrap intervals with %,d resamples of whole"
            + " participants (%s). Sensitivity d′ and criterion c follow equal-variance signal"
            + " detection with the log-linear correction (Hautus, 1995). Mixed logistic models were"
            + " fitted by Laplace’s approximation; those with participants only follow lme4’s"
            + " default stopping rule. Random numbers start from seed %d.")
        .formatted(plan.resampling().samples(), Apa.level(plan.level()), plan.resampling().seed());
  }

  private static String provenance(Results results) {
    String version = MethodsSection.class.getPackage().getImplementationVersion();
    String checksum = results.flow().kept().sha256();
    return "Computed by XAI Study analysis"
        + (version == null ? "" : " " + version)
        + (checksum.isEmpty() ? "." : " from responses with SHA-256 " + checksum + ".");
  }
}
