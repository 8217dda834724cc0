package org.xaistudy.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.words.Words;

class ForestFigureTest {
  /** A criterion where everybody says yes half of the time is nought but for rounding. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 3e-13, 2e-9, 0.004, 1, 37, 1e6, 1e15})
  void anAxisHasAHandfulOfNumbersWhateverItsLength(double width) {
    var lines =
        List.of(
            new ForestFigure.Line("crp", width / 2, new Interval(0, width)),
            new ForestFigure.Line("ig", Double.NaN, Interval.UNDETERMINED));
    assertThat(
            ForestFigure.of("Criterion", lines, 0, 2, Words.ENGLISH)
                .file()
                .split("class='axis'", -1))
        .hasSizeBetween(4, 10);
  }
}
