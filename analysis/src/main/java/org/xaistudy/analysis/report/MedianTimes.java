package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.results.ArmResult;
import org.xaistudy.analysis.results.Results;

/** How long it took. */
final class MedianTimes {
  private MedianTimes() {}

  /** Nothing where no times were recorded. */
  static Markup of(Results results) {
    if (results.arms().stream().noneMatch(arm -> arm.times().recorded())) {
      return Markup.NONE;
    }
    boolean scored = results.plan().asked().scored();
    HtmlTable table =
        new HtmlTable(
            "Median response time in seconds",
            scored
                ? List.of("Method", "All answers", "Right answers", "Wrong answers")
                : List.of("Method", "All answers"));
    for (ArmResult arm : results.arms()) {
      String all = Apa.seconds(arm.times().median());
      table.row(
          results.plan().name(arm.method()),
          scored
              ? List.of(
                  all,
                  Apa.seconds(arm.times().medianRight()),
                  Apa.seconds(arm.times().medianWrong()))
              : List.of(all));
    }
    return table.html();
  }
}
