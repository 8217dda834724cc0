package org.xaistudy.analysis.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.comparison.TTest;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.results.Further;
import org.xaistudy.analysis.results.Results;

/** What was said to further questions, as rows: a table for each, {@code further.} and its id. */
final class FurtherRows {
  private FurtherRows() {}

  static List<Statistic> of(Results results) {
    List<Statistic> all = new ArrayList<>();
    for (Further further : results.further()) {
      StatisticRows rows = StatisticRows.about("further." + further.question().id());
      if (further instanceof Further.Numbers numbers) {
        numbers(rows, numbers, results.plan());
      } else if (further instanceof Further.Options options) {
        options(rows, options);
      } else if (further instanceof Further.Words words) {
        words(rows, words);
      } else {
        throw new IllegalStateException("unknown kind of answers: " + further);
      }
      all.addAll(rows.list());
    }
    return all;
  }

  private static void numbers(StatisticRows rows, Further.Numbers numbers, Plan plan) {
    numbers
        .scores()
        .forEach(
            (method, scores) -> {
              Estimate mean = numbers.mean(method);
              Interval interval = mean.interval(plan.level());
              rows.of(method, "")
                  .add("participants", scores.size())
                  .add("participant_mean", mean.value())
                  .add("participant_sd", scores.sd())
                  .add("participant_mean_ci_low", interval.low())
                  .add("participant_mean_ci_high", interval.high());
            });
    String reference = plan.reference();
    for (Further.Difference one : numbers.comparisons()) {
      TTest welch = one.test();
      String test = numbers.paired() ? "paired" : "welch";
      rows.of(one.method(), reference)
          .as(one.method() + " - " + reference)
          .add("mean_difference", welch.difference())
          .add(test + "_t", welch.t())
          .add(test + "_df", welch.df())
          .add(test + "_p", welch.p())
          .add(test + "_ci_low", welch.interval().low())
          .add(test + "_ci_high", welch.interval().high())
          .add(test + "_p_" + plan.correction().id().replace('-', '_'), one.corrected());
    }
  }

  private static void options(StatisticRows rows, Further.Options options) {
    options
        .shares()
        .forEach(
            (method, shares) -> {
              StatisticRows arm = rows.of(method, "");
              arm.add("answers", shares.get(0).trials());
              for (int i = 0; i < shares.size(); i++) {
                String value = options.options().get(i).value();
                arm.add("chosen_" + value, shares.get(i).hits())
                    .add("share_" + value, shares.get(i).value());
              }
            });
  }

  private static void words(StatisticRows rows, Further.Words words) {
    for (Map.Entry<String, Rate> arm : words.shares().entrySet()) {
      rows.of(arm.getKey(), "")
          .add("trials", arm.getValue().trials())
          .add("answers", arm.getValue().hits());
    }
  }
}
