package org.xaistudy.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xaistudy.analysis.exclusion.Flow;
import org.xaistudy.analysis.words.Words;
import org.xaistudy.studies.responses.ParticipantOutcome;

/** From everybody in the file to those who count, rule by rule. */
public final class FlowFigure {
  private static final double WIDTH = 360;
  private static final double ROW = 34;

  private FlowFigure() {}

  private record Box(String classes, double indent, String text) {
    static Box of(String text) {
      return new Box("box", 2, text);
    }

    static Box aside(String text) {
      return new Box("aside", 44, text);
    }
  }

  /**
   * The flow of numbers.
   *
   * @param before what became of those who agreed to take part and gave no answer, and how many
   *     they are; empty where nobody wrote that down
   * @param words the language
   */
  public static Svg of(Flow flow, Map<ParticipantOutcome, Integer> before, Words words) {
    List<Box> boxes = boxes(flow, before, words);
    Svg svg =
        new Svg(
            WIDTH,
            boxes.size() * ROW + 4,
            words.text("flow.title", words.then(boxes.stream().map(Box::text).toList())));
    svg.line("interval", 16, 14, 16, (boxes.size() - 1) * ROW + 14);
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      double y = i * ROW + 2;
      svg.line("interval", 16, y + 13, box.indent(), y + 13);
      svg.rect(box.classes(), box.indent(), y, WIDTH - box.indent() - 2, 26);
      svg.text("label", box.indent() + 10, y + 17, "start", box.text());
    }
    return svg;
  }

  private static List<Box> boxes(Flow flow, Map<ParticipantOutcome, Integer> before, Words words) {
    List<Box> boxes = new ArrayList<>();
    if (!before.isEmpty()) {
      int without = before.values().stream().mapToInt(Integer::intValue).sum();
      boxes.add(Box.of(words.text("flow.agreed", flow.all() + without)));
      before.forEach(
          (outcome, people) ->
              boxes.add(
                  Box.aside(
                      words.text(
                          "flow.before." + outcome.name().toLowerCase(Locale.ROOT), people))));
    }
    boxes.add(Box.of(words.text("flow.answered", flow.all())));
    if (flow.setAside() > 0) {
      boxes.add(Box.aside(words.text("flow.setAside", flow.setAside())));
    }
    flow.otherVersions()
        .forEach(
            (version, people) ->
                boxes.add(Box.aside(words.text("flow.otherVersion", people, version))));
    for (Flow.Step step : flow.steps()) {
      boxes.add(
          Box.aside(
              words.text(
                  "flow.rule." + step.rule().id(), step.leftOut().size(), step.rule().medianMs())));
    }
    int kept = flow.kept().participants().size();
    boxes.add(Box.of(words.text("flow.analysed", kept, flow.kept().size())));
    return boxes;
  }
}
