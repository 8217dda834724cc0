package org.xaistudy.server.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositiveTest {
  @Test
  void countsFromOne() {
    assertThat(new Positive().convert(" 1 ")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "many", ""})
  void refusesTheRest(String value) {
    assertThatThrownBy(() -> new Positive().convert(value))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
