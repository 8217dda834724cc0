package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xaistudy.analysis.exclusion.Flow;
import org.xaistudy.analysis.figure.FlowFigure;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.responses.Arm;
import org.xaistudy.analysis.responses.Participant;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;

/** Who counts and who does not. */
final class FlowSection {
  private FlowSection() {}

  static Markup of(Results results, Map<String, Integer> before) {
    return Markup.all(
        Blocks.figure(
            "one",
            List.of(FlowFigure.of(results.flow(), before)),
            "Flow of participants (after CONSORT), from everybody who "
                + (before.isEmpty() ? "gave an answer" : "agreed to take part")
                + " to those analysed."),
        reasons(results.flow()),
        arms(results).html());
  }

  /** Why people were marked: the marks come from the file, so each is counted as it stands. */
  private static Markup reasons(Flow flow) {
    Map<String, Long> reasons =
        flow.steps().stream()
            .filter(step -> step.rule().id().equals("flagged"))
            .flatMap(step -> step.leftOut().stream())
            .collect(
                Collectors.groupingBy(Participant::excluded, TreeMap::new, Collectors.counting()));
    return reasons.isEmpty()
        ? Markup.NONE
        : Blocks.caption(
            "Marked as excluded: "
                + reasons.entrySet().stream()
                    .map(reason -> reason.getValue() + " for “" + reason.getKey() + "”")
                    .collect(Collectors.joining(", "))
                + ".");
  }

  private static HtmlTable arms(Results results) {
    HtmlTable table =
        new HtmlTable(
            "Participants per method: left out by each rule, and analysed",
            headings(results.flow()));
    // Also those arms of which nobody remains.
    for (Arm arm : results.flow().before().arms(results.plan().methods())) {
      List<String> cells = new ArrayList<>();
      results.flow().steps().forEach(step -> cells.add(String.valueOf(step.leftOut(arm.method()))));
      results.arms().stream()
          .filter(result -> result.method().equals(arm.method()))
          .findFirst()
          .ifPresentOrElse(
              result -> cells.addAll(remaining(result)),
              () -> cells.addAll(List.of("0", "0", "–")));
      table.row(results.plan().name(arm.method()), cells);
    }
    return table;
  }

  private static List<String> remaining(ArmResult arm) {
    return List.of(
        String.valueOf(arm.arm().participants().size()),
        String.valueOf(arm.answers()),
        arm.times().recorded() ? Apa.seconds(arm.times().median()) + " s" : "–");
  }

  /** One column for each rule: an arm that loses more people than others is a finding. */
  private static List<String> headings(Flow flow) {
    List<String> headings = new ArrayList<>(List.of("Method"));
    flow.steps().forEach(step -> headings.add(step.rule().title()));
    headings.addAll(List.of("Analysed", "Answers", "Median time"));
    return headings;
  }
}
