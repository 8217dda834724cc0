package org.xaistudy.studies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Orders of several things in which each stands at each place equally often and, among neighbours,
 * follows each other one equally often, so that neither practice nor what was there just before
 * favours any of them: a Latin square balanced for carry-over (Williams 1949, Australian Journal of
 * Scientific Research A 2, 149–168). For an odd number of things that takes the square and its
 * mirror image.
 */
final class BalancedOrders {
  private BalancedOrders() {}

  /**
   * All orders.
   *
   * @param things at least two, all different
   * @return as many orders as things, or twice as many if their number is odd
   */
  static <T> List<List<T>> of(List<T> things) {
    int count = things.size();
    List<List<T>> orders = new ArrayList<>();
    for (int shift = 0; shift < count; shift++) {
      List<T> order = new ArrayList<>();
      for (int place = 0; place < count; place++) {
        order.add(things.get((zigzag(place, count) + shift) % count));
      }
      orders.add(order);
    }
    if (count % 2 == 1) {
      for (List<T> order : List.copyOf(orders)) {
        List<T> mirrored = new ArrayList<>(order);
        Collections.reverse(mirrored);
        orders.add(mirrored);
      }
    }
    return orders;
  }

  /** 0, 1, n − 1, 2, n − 2, …: the differences of neighbours are all different modulo n. */
  private static int zigzag(int place, int count) {
    int half = (place + 1) / 2;
    return place % 2 == 1 ? half : (count - half) % count;
  }
}
