package org.xaistudy.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.xaistudy.studies.responses.CsvColumn;
import org.xaistudy.studies.responses.CsvRow;

class CsvRowTest {
  private enum Letter implements CsvColumn {
    A,
    B
  }

  @Test
  void keepsTheOrderOfTheColumns() {
    assertThat(new CsvRow<>(Letter.class).with(Letter.B, true).with(Letter.A, null).cells())
        .containsExactly("", "yes");
  }

  @Test
  void refusesARowWithAGap() {
    assertThatThrownBy(() -> new CsvRow<>(Letter.class).with(Letter.B, 2).cells())
        .hasMessage("no cell for a");
  }

  @Test
  void refusesASecondCell() {
    CsvRow<Letter> row = new CsvRow<>(Letter.class).with(Letter.A, 1);
    assertThatThrownBy(() -> row.with(Letter.A, 2)).hasMessage("the column a has a cell already");
  }
}
