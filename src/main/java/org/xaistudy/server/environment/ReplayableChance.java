package org.xaistudy.server.environment;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;

/**
 * Chance that nobody can foresee without its secret, and everybody can replay with it.
 *
 * <p>It is a stream of unsigned 64-bit numbers: block <i>i</i> = 0, 1, … is HMAC-SHA-256 with the
 * secret (as UTF-8) as the key of the text <i>purpose</i>/<i>i</i>, and gives four numbers, big
 * endian. A number below <i>n</i> is the next number of the stream modulo <i>n</i>, where numbers
 * from the largest multiple of <i>n</i> on are passed over.
 */
public final class ReplayableChance {
  private final String secret;
  private final String purpose;
  private ByteBuffer block = ByteBuffer.allocate(0);
  private int blocks;

  /**
   * A stream from its beginning.
   *
   * @param purpose what is drawn; streams of different purposes have nothing to do with each other
   */
  public ReplayableChance(String secret, String purpose) {
    this.secret = secret;
    this.purpose = purpose;
  }

  /** A number from 0 to {@code bound} − 1, each as likely. */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound: expected at least 1, found " + bound);
    }
    long multiples = Long.divideUnsigned(-1L, bound) * bound;
    long number = next();
    while (Long.compareUnsigned(number, multiples) >= 0) {
      number = next();
    }
    return (int) Long.remainderUnsigned(number, bound);
  }

  /** True or false, each as likely: whether a number below 2 is 1. */
  public boolean coin() {
    return below(2) == 1;
  }

  /**
   * Puts a list into random order: for <i>i</i> from the last index down to 1, swaps the items at
   * <i>i</i> and at a number below <i>i</i> + 1.
   */
  public void shuffle(List<?> items) {
    for (int i = items.size() - 1; i > 0; i--) {
      Collections.swap(items, i, below(i + 1));
    }
  }

  private long next() {
    if (!block.hasRemaining()) {
      block = ByteBuffer.wrap(Hmac.of(secret, purpose + "/" + blocks++));
    }
    return block.getLong();
  }
}
