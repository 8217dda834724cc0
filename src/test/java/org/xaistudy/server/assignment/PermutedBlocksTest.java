package org.xaistudy.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PermutedBlocksTest {
  private static final List<String> ARMS = List.of("crp", "lrp", "ig");

  @Test
  void everyBlockHoldsEveryArmOnce() {
    List<String> order = PermutedBlocks.order(ARMS, 40, "a secret");
    assertThat(order).hasSize(120);
    for (int block = 0; block < 40; block++) {
      assertThat(order.subList(3 * block, 3 * block + 3)).containsExactlyInAnyOrderElementsOf(ARMS);
    }
  }

  @Test
  void aBlockHoldsAnArmAsOftenAsTheAllocationRatioSays() {
    List<String> uneven = List.of("crp", "none", "none");
    List<String> order = PermutedBlocks.order(uneven, 40, "a secret");
    for (int block = 0; block < 40; block++) {
      assertThat(order.subList(3 * block, 3 * block + 3))
          .containsExactlyInAnyOrderElementsOf(uneven);
    }
  }

  @Test
  void blocksComeInAllOrdersAboutAsOften() {
    List<String> order = PermutedBlocks.order(ARMS, 600, "a secret");
    var seen = new TreeMap<String, Integer>();
    for (int block = 0; block < 600; block++) {
      seen.merge(String.join(" ", order.subList(3 * block, 3 * block + 3)), 1, Integer::sum);
    }
    assertThat(seen).hasSize(6);
    assertThat(seen.values()).allMatch(times -> times > 60 && times < 140);
  }

  @Test
  void placesThatAreAddedComeAfterThoseThatWereThere() {
    assertThat(PermutedBlocks.order(ARMS, 30, "a secret"))
        .startsWith(PermutedBlocks.order(ARMS, 25, "a secret").toArray(String[]::new));
  }

  @Test
  void theOrderIsTheSecrets() {
    assertThat(PermutedBlocks.order(ARMS, 25, "a secret"))
        .isEqualTo(PermutedBlocks.order(ARMS, 25, "a secret"));
    Set<List<String>> orders = new HashSet<>();
    for (int secret = 0; secret < 50; secret++) {
      orders.add(PermutedBlocks.order(ARMS, 25, "secret " + secret));
    }
    assertThat(orders).hasSize(50);
  }
}
