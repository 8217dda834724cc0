package org.xaistudy.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsCsvTest {
  @ParameterizedTest
  @CsvSource({
    "25, 25",
    "0.5, 0.5",
    "0.1, 0.1",
    "0.333333333333333333, 0.333333333333333",
    "-1117.3712346366999, -1117.3712346367",
    "0.000762422416133538, 0.000762422416133538",
    "5.01915038688761e-5, 5.01915038688761e-05",
    "1e-22, 1e-22",
    "0.001, 0.001",
    "0.0001, 1e-04",
    "0.00012, 0.00012",
    "123456, 123456",
    "100000, 1e+05",
    "-2500000, -2500000",
    "0, 0",
    "NaN, NA",
    "Infinity, Inf"
  })
  void numbersAreWrittenAsRWritesThem(double value, String text) {
    assertThat(StatisticsCsv.of(List.of(new Statistic("t", "m", "", "q", "", value))))
        .endsWith("\nt,m,,q," + text + ",\n");
  }

  @Test
  void namesAreQuotedAndKeptFromBeingFormulas() {
    Statistic row = new Statistic("t", "a,b\"c", "=1+1", "q", "=m - r", 1);
    assertThat(StatisticsCsv.of(List.of(row))).endsWith("\nt,\"a,b\"\"c\",'=1+1,q,1,'=m - r\n");
  }
}
