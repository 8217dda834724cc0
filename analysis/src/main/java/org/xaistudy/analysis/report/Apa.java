package org.xaistudy.analysis.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.distribution.Quoted;
import org.xaistudy.analysis.figure.Decimals;
import org.xaistudy.analysis.rates.Rate;

/**
 * Numbers and words as the American Psychological Association writes them (Publication Manual, 7th
 * ed.).
 */
final class Apa {
  private static final Pattern MINUS = Pattern.compile("(?<!\\w)-(?=[.\\d])");
  private static final Pattern SIGN = Pattern.compile(" ([=<±]) ");

  private Apa() {}

  /** {@code p = .032}, {@code p < .001}: no zero before the point, as p cannot exceed 1. */
  static String p(double p) {
    if (Double.isNaN(p)) {
      return "p not defined";
    }
    return p < 0.001 ? "p < .001" : "p = " + share(p, 3);
  }

  /** A number that cannot exceed 1, without its leading zero. */
  static String share(double value, int decimals) {
    String text = number(value, decimals);
    return text.startsWith("0.")
        ? text.substring(1)
        : text.startsWith("-0.") ? "-" + text.substring(2) : text;
  }

  /** A number with fixed decimals; a dash where there is none. */
  static String number(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "–";
    }
    String text = Decimals.of(value, decimals);
    return text.startsWith("-0") && Double.parseDouble(text) == 0 ? text.substring(1) : text;
  }

  /** A number that somebody wrote, as they wrote it: {@code 0.05}, {@code 1}. */
  static String shortest(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** The same for a terminal, which may know nothing but ASCII. */
  static String plain(String text) {
    return text.replace('−', '-').replace('\u00A0', ' ');
  }

  /** A text that begins with a capital letter, as headings and sentences do. */
  static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** A p-value in a table. */
  static String bareP(double p) {
    return Double.isNaN(p) ? "–" : p < 0.001 ? "< .001" : share(p, 3);
  }

  /** A Bayes factor for a difference, or its inverse for none: evidence is read from 1 on. */
  static String bayes(double forDifference) {
    if (Double.isNaN(forDifference)) {
      return "–";
    }
    boolean difference = forDifference >= 1;
    double factor = difference ? forDifference : 1 / forDifference;
    String size = factor >= 1000 ? "> 1000" : number(factor, factor < 10 ? 1 : 0);
    return size + (difference ? " for" : " against");
  }

  /** An estimate with its interval. */
  static String estimate(Estimate estimate, double level, int decimals) {
    return quoted(new Quoted(estimate.value(), estimate.interval(level)), decimals);
  }

  /** An estimate with its interval, or alone where that is not determined. */
  static String estimateOrValue(Estimate estimate, double level, int decimals) {
    return estimate.interval(level).determined()
        ? estimate(estimate, level, decimals)
        : number(estimate.value(), decimals);
  }

  /** A count, with its share in per cent in brackets where there was anything to count. */
  static String counted(Rate rate) {
    return rate.trials() == 0 ? "–" : "%d (%s)".formatted(rate.hits(), bare(rate.value()));
  }

  /** A number and its limits. */
  static String quoted(Quoted quoted, int decimals) {
    return quoted.interval().determined()
        ? number(quoted.value(), decimals) + " [" + range(quoted.interval(), decimals) + "]"
        : "not determined";
  }

  /** A share and its limits, without their leading zeros. */
  static String quotedShare(Quoted quoted) {
    return quoted.interval().determined()
        ? "%s [%s, %s]"
            .formatted(
                share(quoted.value(), 2),
                share(quoted.interval().low(), 2),
                share(quoted.interval().high(), 2))
        : "not determined";
  }

  /** A share in per cent, where a heading says so. */
  static String bare(double share) {
    return number(100 * share, 1);
  }

  /** Milliseconds in seconds. */
  static String seconds(double milliseconds) {
    return number(milliseconds / 1000, 1);
  }

  /** From ½ on: which of two has more of something is soon learned. */
  static String telling(double auc) {
    return share(Math.max(auc, 1 - auc), 2);
  }

  /** Two limits of a share, in per cent. */
  static String percents(Interval interval) {
    return interval.determined()
        ? number(100 * interval.low(), 1) + " to " + number(100 * interval.high(), 1)
        : "–";
  }

  /** {@code 95 %}. */
  static String level(double level) {
    return shares(level);
  }

  /** Two limits. */
  static String range(Interval interval, int decimals) {
    return Double.isNaN(interval.low())
        ? "–"
        : number(interval.low(), decimals) + ", " + number(interval.high(), decimals);
  }

  /** A share as a percentage with one decimal. */
  static String percent(double share) {
    return Double.isNaN(share) ? "–" : number(100 * share, 1) + " %";
  }

  /** A share that follows from a design, with one decimal where it needs one: {@code 50 %}. */
  static String shares(double share) {
    String text = number(100 * share, 1);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
  }

  /** Minus signs as printers set them, and no line breaks inside {@code p < .001}. */
  static String typeset(String text) {
    String minus = text.indexOf('-') < 0 ? text : MINUS.matcher(text).replaceAll("−");
    return SIGN.matcher(minus).replaceAll("\u00A0$1\u00A0").replace(" %", "\u00A0%");
  }
}
