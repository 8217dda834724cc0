package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.responses.Measure;
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
    Apa apa = Apa.of(plan);
    MeasureResult primary = results.primary();
    if (!results.comparable()) {
      return apa.text("conclusion.noReference", plan.name(plan.reference()));
    }
    if (primary.comparisons().isEmpty()) {
      return results.arms().size() == 1
          ? apa.text("conclusion.oneMethod")
          : Sentences.of(plan).nothingToCompare(results, primary);
    }
    Conclusion conclusion = new Conclusion();
    for (int i = 0; i < primary.comparisons().size(); i++) {
      String name = plan.name(primary.comparisons().get(i).versus());
      // From the reference's side: with whom it does better.
      double difference = primary.comparisons().get(i).leading().difference();
      boolean found = primary.corrected(plan.correction(), i) < plan.alpha();
      (!found ? conclusion.open : difference > 0 ? conclusion.more : conclusion.less).add(name);
    }
    return conclusion.inWords(plan, apa);
  }

  private String inWords(Plan plan, Apa apa) {
    List<String> sentences = new ArrayList<>();
    String reference = plan.name(plan.reference());
    String found =
        "conclusion."
            + (plan.primary() == Measure.CORRECT ? plan.task().written() : plan.primary().id());
    if (!more.isEmpty()) {
      sentences.add(apa.text(found, reference, apa.text("conclusion.more"), apa.words().or(more)));
    }
    if (!less.isEmpty()) {
      sentences.add(apa.text(found, reference, apa.text("conclusion.less"), apa.words().or(less)));
    }
    if (!open.isEmpty()) {
      sentences.add(apa.text("conclusion.open", reference, apa.words().or(open)));
    }
    return String.join(" ", sentences);
  }
}
