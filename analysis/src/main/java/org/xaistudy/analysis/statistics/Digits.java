package org.xaistudy.analysis.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as R writes them: 15 significant digits, {@code NA} where there is none. */
final class Digits {
  private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_EVEN);

  private Digits() {}

  static String of(double value) {
    if (Double.isNaN(value)) {
      return "NA";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    BigDecimal rounded = new BigDecimal(value).round(FIFTEEN);
    if (rounded.signum() == 0) {
      return "0";
    }
    BigDecimal shortest = rounded.stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    // From a thousandth on nothing is shorter with an exponent, but for round numbers.
    return exponent >= -3 && shortest.scale() >= 0
        ? shortest.toPlainString()
        : shorter(shortest.toPlainString(), scientific(shortest, exponent));
  }

  private static String shorter(String fixed, String scientific) {
    return fixed.length() <= scientific.length() ? fixed : scientific;
  }

  private static String scientific(BigDecimal value, int exponent) {
    String digits = value.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String sign = value.signum() < 0 ? "-" : "";
    return "%s%se%s%02d".formatted(sign, mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
