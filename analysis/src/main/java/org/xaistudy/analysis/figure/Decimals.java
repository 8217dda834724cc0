package org.xaistudy.analysis.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers with fixed decimals, as {@code %.3f} writes them, at a small part of its cost. */
public final class Decimals {
  private Decimals() {}

  /** The number, half away from zero, with a hyphen for minus; it keeps its sign where it is 0. */
  public static String of(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    String text =
        BigDecimal.valueOf(Math.abs(value))
            .setScale(decimals, RoundingMode.HALF_UP)
            .toPlainString();
    return value < 0 ? "-" + text : text;
  }

  /** The same without zeros at its end, nor a sign where nothing else is left. */
  static String shortest(double value, int decimals) {
    String text = of(value, decimals);
    int end = text.length();
    if (text.indexOf('.') >= 0) {
      while (text.charAt(end - 1) == '0') {
        end--;
      }
      end -= text.charAt(end - 1) == '.' ? 1 : 0;
    }
    String shortest = text.substring(0, end);
    return shortest.equals("-0") ? "0" : shortest;
  }
}
