package org.xaistudy.server.assignment;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.server.environment.ReplayableChance;

/**
 * The order in which arms are offered: blocks that hold each arm as often as the allocation ratio
 * says, in random order.
 */
final class PermutedBlocks {
  private PermutedBlocks() {}

  /**
   * The arms of all places.
   *
   * @param block the arms of a block, each as often as it is in it; at least one
   * @param blocks how many blocks
   * @param secret the same secret gives the same order
   * @return {@code block.size() * blocks} arms, the first of which is offered first
   */
  static List<String> order(List<String> block, int blocks, String secret) {
    ReplayableChance chance = new ReplayableChance(secret, "places");
    List<String> order = new ArrayList<>(block.size() * blocks);
    for (int number = 0; number < blocks; number++) {
      List<String> shuffled = new ArrayList<>(block);
      chance.shuffle(shuffled);
      order.addAll(shuffled);
    }
    return order;
  }
}
