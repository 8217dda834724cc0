package org.xaistudy.studies;

import java.util.List;

/**
 * What a person is assigned to: a method, or, where each person judges with all of them, an order
 * of the methods.
 *
 * @param id the method's id, or {@code order-1} and so on
 * @param methods ids of the methods that its people see, one after the other
 */
public record Arm(String id, List<String> methods) {
  private static final String ORDER = "order-";

  /** Copies the list. */
  public Arm {
    methods = List.copyOf(methods);
  }

  /** How it is listed: a method by its id, an order with its methods. */
  public String title() {
    return methods.size() == 1 ? id : id + ": " + String.join(", ", methods);
  }

  /** An arm whose people see one method. */
  static Arm of(Method method) {
    return new Arm(method.id(), List.of(method.id()));
  }

  /**
   * An arm whose people see all methods.
   *
   * @param number from 1
   */
  static Arm order(int number, List<String> methods) {
    return new Arm(ORDER + number, methods);
  }
}
