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
import org.xaistudy.studies.responses.ParticipantOutcome;

/** Who counts and who does not. */
final class FlowSection {
  private FlowSection() {}

  static Markup of(Results results, Map<ParticipantOutcome, Integer> before) {
    Apa apa = Apa.of(results.plan());
    return Markup.all(
        Blocks.figure(
            "one",
            List.of(FlowFigure.of(results.flow(), before, results.plan().words())),
            apa.text(before.isEmpty() ? "flow.caption" : "flow.caption.agreed")),
        reasons(results.flow(), apa),
        arms(results).html());
  }

  /** Why people were marked: the marks come from the file, so each is counted as it stands. */
  private static Markup reasons(Flow flow, Apa apa) {
    Map<String, Long> reasons =
        flow.steps().stream()
            .filter(step -> step.rule().id().equals("flagged"))
            .flatMap(step -> step.leftOut().stream())
            .collect(
                Collectors.groupingBy(Participant::excluded, TreeMap::new, Collectors.counting()));
    return reasons.isEmpty()
        ? Markup.NONE
        : Blocks.caption(
            apa.text(
                "flow.marked",
                reasons.entrySet().stream()
                    .map(reason -> apa.text("flow.mark", reason.getValue(), reason.getKey()))
                    .collect(Collectors.joining(", "))));
  }

  private static HtmlTable arms(Results results) {
    Apa apa = Apa.of(results.plan());
    HtmlTable table = new HtmlTable(apa.text("flow.table"), headings(results.flow(), apa));
    // Also those arms of which nobody remains.
    for (Arm arm : results.flow().before().arms(results.plan().methods())) {
      List<String> cells = new ArrayList<>();
      results.flow().steps().forEach(step -> cells.add(String.valueOf(step.leftOut(arm.method()))));
      results.arms().stream()
          .filter(result -> result.method().equals(arm.method()))
          .findFirst()
          .ifPresentOrElse(
              result -> cells.addAll(remaining(result, apa)),
              () -> cells.addAll(List.of("0", "0", "–")));
      table.row(results.plan().name(arm.method()), cells);
    }
    return table;
  }

  private static List<String> remaining(ArmResult arm, Apa apa) {
    return List.of(
        String.valueOf(arm.arm().participants().size()),
        String.valueOf(arm.answers()),
        arm.times().recorded()
            ? apa.text("number.seconds", apa.seconds(arm.times().median()))
            : "–");
  }

  /** One column for each rule: an arm that loses more people than others is a finding. */
  private static List<String> headings(Flow flow, Apa apa) {
    List<String> headings = new ArrayList<>(List.of(apa.text("column.method")));
    flow.steps().forEach(step -> headings.add(apa.text("column.rule." + step.rule().id())));
    headings.addAll(
        List.of(
            apa.text("column.analysed"),
            apa.text("column.answers"),
            apa.text("column.medianTime")));
    return headings;
  }
}
