package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.results.MeasureResult;
import org.xaistudy.analysis.results.Results;

/**
 * The main result in plain words: what was found, and what was not shown, never that nothing is.
 */
final class Conclusion {
  private final List<String> more = new ArrayList<>();
  private final List<String> less = new ArrayList<>();
  private final List<String> open = new ArrayList<>();

  private Conclusion() {}

  static String of(Results results) {
    Plan plan = results.plan();
    MeasureResult primary = results.primary();
    if (!results.comparable()) {
      return "Nobody is left who saw %s, so no method can be compared with it."
          .formatted(plan.name(plan.reference()));
    }
    if (primary.comparisons().isEmpty()) {
      return results.arms().size() == 1
          ? "There is one method only, so there is nothing to compare it with."
          : Sentences.nothingToCompare(results, primary);
    }
    Conclusion conclusion = new Conclusion();
    for (int i = 0; i < primary.comparisons().size(); i++) {
      String name = plan.name(primary.comparisons().get(i).versus());
      // From the reference's side: with whom it does better.
      double difference = primary.comparisons().get(i).welch().difference();
      boolean found = primary.corrected(plan.correction(), i) < plan.alpha();
      (!found ? conclusion.open : difference > 0 ? conclusion.more : conclusion.less).add(name);
    }
    return conclusion.inWords(plan);
  }

  private String inWords(Plan plan) {
    List<String> sentences = new ArrayList<>();
    String reference = plan.name(plan.reference());
    String what =
        switch (plan.primary()) {
          case CORRECT -> Speech.rightly(plan.task());
          case PREFERENCE -> "preferred the model that did not learn the artefact %s strongly";
          case CONFIDENCE -> "were %s confident";
          case CLARITY -> "found the explanations %s clear";
        };
    if (!more.isEmpty()) {
      sentences.add(
          "With %s people %s than with %s."
              .formatted(reference, what.formatted("more"), either(more)));
    }
    if (!less.isEmpty()) {
      sentences.add(
          "With %s people %s than with %s."
              .formatted(reference, what.formatted("less"), either(less)));
    }
    if (!open.isEmpty()) {
      sentences.add(
          "Between %s and %s no difference was shown, which does not show that there is none."
              .formatted(reference, either(open)));
    }
    return String.join(" ", sentences);
  }

  private static String either(List<String> names) {
    return names.size() == 1
        ? names.get(0)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " or "
            + names.get(names.size() - 1);
  }
}
