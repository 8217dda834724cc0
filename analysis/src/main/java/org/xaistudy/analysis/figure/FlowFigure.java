package org.xaistudy.analysis.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.exclusion.Flow;

/** From everybody in the file to those who count, rule by rule. */
public final class FlowFigure {
  private static final double WIDTH = 360;
  private static final double ROW = 34;

  private FlowFigure() {}

  private record Box(String classes, double indent, String text) {}

  /**
   * The flow of numbers.
   *
   * @param before what became of those who agreed to take part and gave no answer, by what it is;
   *     empty where nobody wrote that down
   */
  public static Svg of(Flow flow, Map<String, Integer> before) {
    List<Box> boxes = boxes(flow, before);
    Svg svg =
        new Svg(
            WIDTH,
            boxes.size() * ROW + 4,
            "Flow of participants: " + String.join("; ", boxes.stream().map(Box::text).toList()));
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

  private static List<Box> boxes(Flow flow, Map<String, Integer> before) {
    List<Box> boxes = new ArrayList<>();
    if (!before.isEmpty()) {
      int without = before.values().stream().mapToInt(Integer::intValue).sum();
      boxes.add(new Box("box", 2, people(flow.all() + without) + " agreed to take part"));
      before.forEach(
          (outcome, count) -> boxes.add(new Box("aside", 44, "%,d %s".formatted(count, outcome))));
    }
    boxes.add(new Box("box", 2, people(flow.all()) + " gave answers"));
    if (flow.setAside() > 0) {
      boxes.add(new Box("aside", 44, flow.setAside() + " set aside: preview or simulated"));
    }
    flow.otherVersions()
        .forEach(
            (version, people) ->
                boxes.add(
                    new Box("aside", 44, "%,d answered version %d".formatted(people, version))));
    for (Flow.Step step : flow.steps()) {
      boxes.add(new Box("aside", 44, step.leftOut().size() + " " + step.rule().reason()));
    }
    int kept = flow.kept().participants().size();
    boxes.add(
        new Box("box", 2, people(kept) + " analysed, %,d answers".formatted(flow.kept().size())));
    return boxes;
  }

  private static String people(int count) {
    return "%,d participant%s".formatted(count, count == 1 ? "" : "s");
  }
}
