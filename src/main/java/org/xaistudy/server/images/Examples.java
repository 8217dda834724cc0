package org.xaistudy.server.images;

/**
 * How links number the examples of the instructions, of which there are two for each method at
 * most: what a link shows never changes, and those of one method differ from those of the next.
 */
final class Examples {
  private static final int OF_A_METHOD = 2;

  private Examples() {}

  /**
   * The number of an example.
   *
   * @param part which of the person's methods, from 0
   * @param example which of its examples, from 0
   */
  static int number(int part, int example) {
    return OF_A_METHOD * part + example;
  }

  /** Which of the person's methods a number belongs to, from 0. */
  static int part(int number) {
    return number / OF_A_METHOD;
  }

  /** Which of the method's examples it is, from 0. */
  static int example(int number) {
    return number % OF_A_METHOD;
  }
}
