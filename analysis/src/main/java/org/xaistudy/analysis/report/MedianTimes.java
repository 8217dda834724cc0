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
    Apa apa = Apa.of(results.plan());
    if (results.arms().stream().noneMatch(arm -> arm.times().recorded())) {
      return Markup.NONE;
    }
    boolean scored = results.plan().asked().scored();
    HtmlTable table =
        new HtmlTable(
            apa.text("times.median"),
            scored
                ? List.of(
                    apa.text("column.method"),
                    apa.text("column.allAnswers"),
                    apa.text("column.rightAnswers"),
                    apa.text("column.wrongAnswers"))
                : List.of(apa.text("column.method"), apa.text("column.allAnswers")));
    for (ArmResult arm : results.arms()) {
      String all = apa.seconds(arm.times().median());
      table.row(
          results.plan().name(arm.method()),
          scored
              ? List.of(
                  all,
                  apa.seconds(arm.times().medianRight()),
                  apa.seconds(arm.times().medianWrong()))
              : List.of(all));
    }
    return table.html();
  }
}
