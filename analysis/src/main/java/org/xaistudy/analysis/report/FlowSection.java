package org.xaistudy.analysis.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xaistudy.analysis.figure.FlowFigure;
import org.xaistudy.analysis.quality.Flow;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;

/** Who counts and who does not. */
final class FlowSection {
  private FlowSection() {}

  static String of(Results results) {
    return Text.figures("one", List.of(FlowFigure.of(results.flow())))
        + reasons(results.flow())
        + arms(results).html();
  }

  /** Why people were marked: the marks come from the file, so each is counted as it stands. */
  private static String reasons(Flow flow) {
    Map<String, Long> reasons =
        flow.steps().stream()
            .filter(step -> step.rule().id().equals("flagged"))
            .flatMap(step -> step.leftOut().stream())
            .collect(
                Collectors.groupingBy(Participant::excluded, TreeMap::new, Collectors.counting()));
    return reasons.isEmpty()
        ? ""
        : Text.caption(
            "Marked as excluded: "
                + reasons.entrySet().stream()
                    .map(reason -> reason.getValue() + " for “" + reason.getKey() + "”")
                    .collect(Collectors.joining(", "))
                + ".");
  }

  private static Table arms(Results results) {
    Table table =
        new Table(
            "Participants per method",
            List.of("Method", "Analysed", "Left out", "Answers", "Median time"));
    for (ArmResult arm : results.arms()) {
      long leftOut =
          results.flow().steps().stream()
              .flatMap(step -> step.leftOut().stream())
              .filter(person -> person.method().equals(arm.method()))
              .count();
      table.row(
          arm.method(),
          List.of(
              String.valueOf(arm.arm().participants().size()),
              String.valueOf(leftOut),
              String.valueOf(arm.confusion().total()),
              arm.times().recorded() ? Apa.number(arm.times().median() / 1000, 1) + " s" : "–"));
    }
    return table;
  }
}
