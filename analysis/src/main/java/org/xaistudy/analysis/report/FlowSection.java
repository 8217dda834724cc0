package org.xaistudy.analysis.report;

import java.util.ArrayList;
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
            "Participants per method: left out by each rule, and analysed",
            headings(results.flow()));
    for (ArmResult arm : results.arms()) {
      List<String> cells = new ArrayList<>();
      results.flow().steps().forEach(step -> cells.add(count(step, arm.method())));
      cells.add(String.valueOf(arm.arm().participants().size()));
      cells.add(String.valueOf(arm.confusion().total()));
      cells.add(arm.times().recorded() ? Apa.number(arm.times().median() / 1000, 1) + " s" : "–");
      table.row(results.plan().name(arm.method()), cells);
    }
    return table;
  }

  /** One column for each rule: an arm that loses more people than others is a finding. */
  private static List<String> headings(Flow flow) {
    List<String> headings = new ArrayList<>(List.of("Method"));
    flow.steps().forEach(step -> headings.add(step.rule().title()));
    headings.addAll(List.of("Analysed", "Answers", "Median time"));
    return headings;
  }

  private static String count(Flow.Step step, String method) {
    return String.valueOf(
        step.leftOut().stream().filter(person -> person.method().equals(method)).count());
  }
}
