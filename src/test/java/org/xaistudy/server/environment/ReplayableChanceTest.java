package org.xaistudy.server.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayableChanceTest {
  private static final String SECRET = "a secret";

  private static List<Integer> numbers(String secret, String purpose) {
    ReplayableChance chance = new ReplayableChance(secret, purpose);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      numbers.add(chance.below(1_000_000));
    }
    return numbers;
  }

  @Test
  void theSameSecretAndPurposeGiveTheSame() {
    assertThat(numbers(SECRET, "places")).isEqualTo(numbers(SECRET, "places"));
    assertThat(numbers(SECRET, "trials")).isNotEqualTo(numbers(SECRET, "places"));
    assertThat(numbers("another", "places")).isNotEqualTo(numbers(SECRET, "places"));
  }

  /** A block of the stream holds four numbers; were the next the same, they would come again. */
  @Test
  void theStreamDoesNotRepeat() {
    assertThat(numbers(SECRET, "places")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void everyNumberBelowTheBoundIsAsLikely(int bound) {
    ReplayableChance chance = new ReplayableChance(SECRET, "numbers");
    var seen = new TreeMap<Integer, Integer>();
    for (int i = 0; i < 1000 * bound; i++) {
      seen.merge(chance.below(bound), 1, Integer::sum);
    }
    assertThat(seen).hasSize(bound).containsKeys(0, bound - 1);
    assertThat(seen.values()).allMatch(times -> times > 850 && times < 1150);
  }

  @Test
  void thereIsNoNumberBelowNought() {
    ReplayableChance chance = new ReplayableChance(SECRET, "numbers");
    assertThatThrownBy(() -> chance.below(0)).hasMessageContaining("at least 1, found 0");
  }

  @Test
  void everyOrderOfAListIsAsLikely() {
    ReplayableChance chance = new ReplayableChance(SECRET, "order");
    var seen = new TreeMap<String, Integer>();
    for (int i = 0; i < 6000; i++) {
      List<String> list = new ArrayList<>(List.of("a", "b", "c"));
      chance.shuffle(list);
      seen.merge(String.join("", list), 1, Integer::sum);
    }
    assertThat(seen).hasSize(6);
    assertThat(seen.values()).allMatch(times -> times > 850 && times < 1150);
  }
}
