package org.xaistudy.server.assignment;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.server.environment.ReplayableChance;

/** The order in which arms are offered: blocks that hold each arm once, in random order. */
final class PermutedBlocks {
  private PermutedBlocks() {}

  /**
   * The arms of all places.
   *
   * @param arms at least one
   * @param perArm places per arm, and so the number of blocks
   * @param secret the same secret gives the same order
   * @return {@code arms.size() * perArm} arms, the first of which is offered first
   */
  static List<String> order(List<String> arms, int perArm, String secret) {
    ReplayableChance chance = new ReplayableChance(secret, "places");
    List<String> order = new ArrayList<>(arms.size() * perArm);
    for (int block = 0; block < perArm; block++) {
      List<String> shuffled = new ArrayList<>(arms);
      chance.shuffle(shuffled);
      order.addAll(shuffled);
    }
    return order;
  }
}
