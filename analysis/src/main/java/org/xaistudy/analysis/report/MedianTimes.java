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
    HtmlTable table =
        new HtmlTable(
            "Median response time in seconds",
            List.of("Method", "All answers", "Right answers", "Wrong answers"));
    for (ArmResult arm : results.arms()) {
      table.row(
          results.plan().name(arm.method()),
          List.of(
              Apa.seconds(arm.times().median()),
              Apa.seconds(arm.times().medianRight()),
              Apa.seconds(arm.times().medianWrong())));
    }
    return table.html();
  }
}
