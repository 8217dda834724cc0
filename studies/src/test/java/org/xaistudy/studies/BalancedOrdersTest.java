package org.xaistudy.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalancedOrdersTest {
  @ParameterizedTest(name = "{0} things")
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void placesAndNeighboursAreBalanced(int count) {
    List<Integer> things = IntStream.range(0, count).boxed().toList();
    List<List<Integer>> orders = BalancedOrders.of(things);
    int squares = count % 2 == 0 ? 1 : 2;
    assertThat(orders).hasSize(squares * count).doesNotHaveDuplicates();
    Map<List<Integer>, Integer> atPlace = new HashMap<>();
    Map<List<Integer>, Integer> after = new HashMap<>();
    for (List<Integer> order : orders) {
      assertThat(new HashSet<>(order)).isEqualTo(new HashSet<>(things)).hasSameSizeAs(order);
      for (int place = 0; place < count; place++) {
        atPlace.merge(List.of(place, order.get(place)), 1, Integer::sum);
        if (place > 0) {
          after.merge(List.of(order.get(place - 1), order.get(place)), 1, Integer::sum);
        }
      }
    }
    assertThat(atPlace).hasSize(count * count).containsValue(squares);
    assertThat(new HashSet<>(atPlace.values())).containsExactly(squares);
    assertThat(after).hasSize(count * (count - 1));
    assertThat(new HashSet<>(after.values())).containsExactly(squares);
  }
}
