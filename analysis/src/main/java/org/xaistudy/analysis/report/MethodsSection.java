package org.xaistudy.analysis.report;

import java.util.stream.Collectors;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.results.Detection;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;
import org.xaistudy.studies.Task;

/** How it was computed: a paragraph ready to paste. */
final class MethodsSection {
  private static final String PREFERENCE =
      "A participant’s preference is the mean rating, from 1 to 5, of the model that did not learn"
          + " the artefact, less that of the model that did (Adebayo et al., 2022); whoever saw only"
          + " one of them has none. ";

  private MethodsSection() {}

  static Markup of(Results results) {
    Plan plan = results.plan();
    return Markup.of(
        "<div class='quote'>%s%s</div>%s",
        Blocks.paragraph(exclusions(plan) + tests(results)),
        Blocks.paragraph(estimates(results)),
        Markup.all(
            Blocks.caption(provenance(results)),
            Blocks.heading("How to cite", false),
            Blocks.paragraph(citation(results))));
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

  private static String tests(Results results) {
    Plan plan = results.plan();
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
        + margins(results)
        + ") accompany it.";
  }

  private static String margins(Results results) {
    return results.measures().stream()
        .map(MeasureResult::measure)
        .map(
            measure -> measure.title() + " ± " + Apa.shortest(results.plan().margins().of(measure)))
        .collect(Collectors.joining(", "));
  }

  private static String estimates(Results results) {
    Plan plan = results.plan();
    if (!plan.asked().scored()) {
      return PREFERENCE
          + "Bayes factors are those of the JZS t-test (Rouder et al., 2009). Random numbers start"
          + " from seed %d.".formatted(plan.resampling().seed());
    }
    String leading =
        results
            .detection()
            .map(MethodsSection::detection)
            .orElseGet(
                () -> plan.task().key() == Task.Key.CANDIDATE ? choice(plan) : utility(results));
    return leading
        + ("Standard errors of rates and their bias-corrected"
                + " accelerated intervals come from %,d bootstrap samples of whole participants (%s)."
                + " Bayes factors are those of the JZS t-test (Rouder et al., 2009). Mixed logistic"
                + " models were fitted by Laplace’s approximation. Random numbers start from seed %d.")
            .formatted(
                plan.resampling().samples(), Apa.level(plan.level()), plan.resampling().seed());
  }

  private static String choice(Plan plan) {
    return ("Of each picture participants saw %d explanations, each of another class whose name was"
            + " hidden, in an order drawn anew for each person and picture, and chose the one that"
            + " they took to be of the model’s prediction (the distinction task of HIVE; Kim et"
            + " al., 2022). The explanation of the predicted class was the right answer, whether or"
            + " not the prediction was right; chance is %s. The bias towards a place is the share"
            + " of a participant’s trials in which they chose it, less that in which the right"
            + " explanation stood there; its intervals are Student’s. ")
        .formatted(plan.asked().options().size(), Apa.shares(plan.chance()));
  }

  private static String utility(Results results) {
    Plan plan = results.plan();
    return results.utility().isEmpty()
        ? ""
        : "Utility is the accuracy with a method over that with %s, in each of %d equal parts of a person’s trials, averaged over these (Colin et al., 2022). "
            .formatted(plan.name(plan.reference()), plan.asked().sessions());
  }

  private static String detection(Detection detection) {
    return "Sensitivity d′ and criterion c follow hierarchical signal detection: answers by truth,"
        + " method and their interaction with a probit link, and correlated random intercepts"
        + " and slopes by truth of participants, "
        + (detection.signal().leading().model().stimuli()
            ? "and random intercepts of stimuli, fitted by maximum likelihood with Laplace’s"
                + " approximation"
            : "fitted by maximum likelihood with adaptive Gauss–Hermite quadrature (21 × 21"
                + " nodes)")
        + "; intervals are Wald’s with t on people less methods degrees of freedom. Accuracies"
        + " and risk differences are averages over people by the same model. ";
  }

  private static String provenance(Results results) {
    String version = MethodsSection.class.getPackage().getImplementationVersion();
    String checksum = results.flow().kept().sha256();
    return "Computed by XAI Study analysis"
        + (version == null ? "" : " " + version)
        + (checksum.isEmpty() ? "." : " from responses with SHA-256 " + checksum + ".");
  }

  /** Where a task comes from that is not that study's. */
  private static String task(Task task) {
    return switch (task) {
      case ARTEFACT_USE, CORRECTNESS -> "";
      case DISTINCTION ->
          " Task: Kim, S. S. Y. et al. HIVE: Evaluating the human interpretability of visual"
              + " explanations. ECCV (2022).";
      case FORWARD_SIMULATION ->
          " Task: Hase, P. & Bansal, M. Evaluating explainable AI. ACL (2020); Colin, J. et al. What I"
              + " cannot predict, I do not understand. NeurIPS (2022).";
      case RECOMMENDATION ->
          " Task: Adebayo, J. et al. Post hoc explanations may be ineffective for detecting unknown"
              + " spurious correlation. ICLR (2022).";
    };
  }

  private static String citation(Results results) {
    String study = results.flow().kept().study();
    String versions =
        results.flow().versions().stream()
            .filter(version -> version != Participant.UNKNOWN_VERSION)
            .map(version -> ", version " + version)
            .collect(Collectors.joining());
    String period =
        results.flow().kept().answered().map(one -> ", answered " + one.inWords()).orElse("");
    String checksum = results.flow().kept().sha256();
    return "Data: "
        + (study.isEmpty() ? "this study" : study + versions)
        + period
        + (checksum.isEmpty() ? "" : ", SHA-256 " + checksum.substring(0, 16) + "…")
        + ". Method: Achtibat, R. et al. From attribution maps to human-understandable explanations"
        + " through Concept Relevance Propagation. Nature Machine Intelligence 5 (2023)."
        + task(results.plan().task())
        + " Software: XAI Study.";
  }
}
