package org.xaistudy.analysis.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.xaistudy.analysis.distribution.Estimate;
import org.xaistudy.analysis.distribution.Interval;
import org.xaistudy.analysis.distribution.Quoted;
import org.xaistudy.analysis.figure.Decimals;
import org.xaistudy.analysis.plan.Plan;
import org.xaistudy.analysis.rates.Rate;
import org.xaistudy.analysis.words.Words;

/**
 * Numbers and words as the American Psychological Association writes them (Publication Manual, 7th
 * ed.), in the language of the report.
 */
final class Apa {
  private static final Pattern MINUS = Pattern.compile("(?<!\\w)-(?=[.\\d])");
  private static final Pattern SIGN = Pattern.compile(" ([=<±]) ");

  private final Words words;

  private Apa(Words words) {
    this.words = words;
  }

  static Apa of(Plan plan) {
    return of(plan.words());
  }

  static Apa of(Words words) {
    return new Apa(words);
  }

  /** What the language has under a name. */
  String text(String key, Object... values) {
    return words.text(key, values);
  }

  /** The language. */
  Words words() {
    return words;
  }

  /**
   * {@code p = .032}, {@code p < .001}: in English no zero before the point, as p cannot exceed 1.
   */
  String p(double p) {
    if (Double.isNaN(p)) {
      return text("p.undefined");
    }
    return p < 0.001 ? "p < " + share(0.001, 3) : "p = " + share(p, 3);
  }

  /** A number that cannot exceed 1, in English without its leading zero. */
  String share(double value, int decimals) {
    String text = plainNumber(value, decimals);
    String zero = text("number.zero");
    return words.decimal(
        text.startsWith("0.")
            ? zero + text.substring(1)
            : text.startsWith("-0.") ? "-" + zero + text.substring(2) : text);
  }

  /** A number with fixed decimals; a dash where there is none. */
  String number(double value, int decimals) {
    return words.decimal(plainNumber(value, decimals));
  }

  private static String plainNumber(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "–";
    }
    String text = Decimals.of(value, decimals);
    return text.startsWith("-0") && Double.parseDouble(text) == 0 ? text.substring(1) : text;
  }

  /** A number that somebody wrote, as they wrote it: {@code 0.05}, {@code 1}. */
  String shortest(double value) {
    return words.decimal(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
  }

  /** The same for a terminal, which may know no other minus and no other space. */
  static String plain(String text) {
    return text.replace('−', '-').replace('\u00A0', ' ').replace('\u202F', ' ');
  }

  /** A text that begins with a capital letter, as headings and sentences do. */
  static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** A p-value in a table. */
  String bareP(double p) {
    return Double.isNaN(p) ? "–" : p < 0.001 ? "< " + share(0.001, 3) : share(p, 3);
  }

  /** A Bayes factor for a difference, or its inverse for none: evidence is read from 1 on. */
  String bayes(double forDifference) {
    if (Double.isNaN(forDifference)) {
      return "–";
    }
    boolean difference = forDifference >= 1;
    double factor = difference ? forDifference : 1 / forDifference;
    String size = factor >= 1000 ? "> 1000" : number(factor, factor < 10 ? 1 : 0);
    return text(difference ? "bayes.for" : "bayes.against", size);
  }

  /** An estimate with its interval. */
  String estimate(Estimate estimate, double level, int decimals) {
    return quoted(new Quoted(estimate.value(), estimate.interval(level)), decimals);
  }

  /** An estimate with its interval, or alone where that is not determined. */
  String estimateOrValue(Estimate estimate, double level, int decimals) {
    return estimate.interval(level).determined()
        ? estimate(estimate, level, decimals)
        : number(estimate.value(), decimals);
  }

  /** A count, with its share in per cent in brackets where there was anything to count. */
  String counted(Rate rate) {
    return rate.trials() == 0 ? "–" : "%d (%s)".formatted(rate.hits(), bare(rate.value()));
  }

  /** A number and its limits. */
  String quoted(Quoted quoted, int decimals) {
    return quoted.interval().determined()
        ? number(quoted.value(), decimals) + " " + interval(quoted.interval(), decimals)
        : text("undetermined");
  }

  /** A share and its limits, in English without their leading zeros. */
  String quotedShare(Quoted quoted) {
    return quoted.interval().determined()
        ? "%s [%s]"
            .formatted(
                share(quoted.value(), 2),
                text(
                    "number.limits",
                    share(quoted.interval().low(), 2),
                    share(quoted.interval().high(), 2)))
        : text("undetermined");
  }

  /** A share in per cent, where a heading says so. */
  String bare(double share) {
    return number(100 * share, 1);
  }

  /** Milliseconds in seconds. */
  String seconds(double milliseconds) {
    return number(milliseconds / 1000, 1);
  }

  /** From ½ on: which of two has more of something is soon learned. */
  String telling(double auc) {
    return share(Math.max(auc, 1 - auc), 2);
  }

  /** Two limits of a share, in per cent. */
  String percents(Interval interval) {
    return interval.determined()
        ? text("number.fromTo", number(100 * interval.low(), 1), number(100 * interval.high(), 1))
        : "–";
  }

  /** {@code 95 %}. */
  String level(double level) {
    return shares(level);
  }

  /** What has an interval of the plan's level beside it, as a heading says: {@code d [95 % CI]}. */
  String withInterval(String what, double level) {
    return text("column.interval", what, level(level));
  }

  /** Two limits in brackets. */
  String interval(Interval interval, int decimals) {
    return "[" + range(interval, decimals) + "]";
  }

  /** Two limits. */
  String range(Interval interval, int decimals) {
    return Double.isNaN(interval.low())
        ? "–"
        : text(
            "number.limits", number(interval.low(), decimals), number(interval.high(), decimals));
  }

  /** A share as a percentage with one decimal. */
  String percent(double share) {
    return Double.isNaN(share) ? "–" : text("number.percent", number(100 * share, 1));
  }

  /** A share that follows from a design, with one decimal where it needs one: {@code 50 %}. */
  String shares(double share) {
    String text = plainNumber(100 * share, 1);
    return text(
        "number.percent",
        words.decimal(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text));
  }

  /** Minus signs as printers set them, and no line breaks inside {@code p < .001}. */
  static String typeset(String text) {
    String minus = text.indexOf('-') < 0 ? text : MINUS.matcher(text).replaceAll("−");
    return SIGN.matcher(minus).replaceAll("\u00A0$1\u00A0").replace(" %", "\u00A0%");
  }
}
