package org.xaistudy.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xaistudy.analysis.plan.Looks;

class StandingTest {
  private static final Looks THREE = new Looks("", List.of(3, 5, 8));

  @Test
  void beforeTheFirstLookEachMethodSaysWhatItLacks() {
    InterimLooks.Standing standing = standing(THREE, 2, 4);
    assertThat(standing.isReached()).isFalse();
    assertThat(standing.next()).isEqualTo(3);
    assertThat(standing.lacking()).containsExactly(entry("a", 1));
  }

  @Test
  void theMethodWithTheFewestTellsTheLook() {
    InterimLooks.Standing standing = standing(THREE, 8, 4);
    assertThat(standing.isReached()).isTrue();
    assertThat(standing.name()).isEqualTo("1 of 3");
    assertThat(standing.participants()).isEqualTo(3);
    assertThat(standing.next()).isEqualTo(5);
    assertThat(standing.lacking()).containsExactly(entry("b", 1));
  }

  @Test
  void theLastLookIsTheReport() {
    for (int people : new int[] {5, 8, 20}) {
      InterimLooks.Standing standing = standing(THREE, people, people);
      assertThat(standing.name()).isEqualTo("2 of 3");
      assertThat(standing.next()).isEqualTo(8);
      assertThat(standing.lacking()).isEmpty();
    }
  }

  @Test
  void onlyALookAtTheEndIsNone() {
    InterimLooks.Standing standing = standing(new Looks("", List.of(8)), 8, 8);
    assertThat(standing.isPlanned()).isFalse();
    assertThat(standing.isReached()).isFalse();
    assertThat(standing.lacking()).isEmpty();
  }

  private static InterimLooks.Standing standing(Looks looks, int a, int b) {
    return InterimLooks.Standing.of(looks, Map.of("a", a, "b", b));
  }
}
