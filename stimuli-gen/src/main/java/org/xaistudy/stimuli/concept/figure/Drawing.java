package org.xaistudy.stimuli.concept.figure;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** An SVG drawing, element by element. Numbers are written as briefly as they can be. */
final class Drawing extends Markup {
  /** The one family of type in all figures. */
  private static final String FONT = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

  /** Ink: nearly black. */
  static final String INK = "#1c2733";

  /** What is said quietly. */
  static final String QUIET = "#5c6b7a";

  /** Lines that only divide. */
  static final String RULE = "#d5dce3";

  Drawing(double width, double height, String title) {
    open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + number(width) + " " + number(height),
        "width",
        number(width),
        "height",
        number(height),
        "font-family",
        FONT,
        "role",
        "img");
    element("title", title);
    rectangle(0, 0, width, height, "fill", "#ffffff");
  }

  /** A number without more digits than anybody sees. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  /** A share in per cent, with a true minus sign. */
  static String percent(double share) {
    String digits =
        String.format(Locale.ROOT, Math.abs(share) < 0.0995 ? "%.1f" : "%.0f", 100 * share);
    return digits.replace('-', '−') + " %";
  }

  private void shape(String name, String[] more, String... attributes) {
    empty(name, joined(attributes, more));
  }

  private static String[] joined(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }

  void rectangle(double x, double y, double width, double height, String... more) {
    shape(
        "rect",
        more,
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(width),
        "height",
        number(height));
  }

  void line(double x1, double y1, double x2, double y2, String... more) {
    shape("line", more, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
  }

  void circle(double x, double y, double radius, String... more) {
    shape("circle", more, "cx", number(x), "cy", number(y), "r", number(radius));
  }

  void path(String d, String... more) {
    shape("path", more, "d", d);
  }

  /** A line of text whose baseline is at {@code y}. */
  void text(double x, double y, double size, String content, String... more) {
    String[] usual = {"x", number(x), "y", number(y), "font-size", number(size)};
    String[] inked = Arrays.asList(more).contains("fill") ? usual : joined(usual, "fill", INK);
    element("text", content, joined(inked, more));
  }

  /** A line of text cut where it would be wider than {@code width}, as near as can be guessed. */
  void text(double x, double y, double size, double width, String content, String... more) {
    int fits = (int) (width / size / 0.54);
    String cut = content.length() <= fits ? content : content.substring(0, fits - 1) + "…";
    text(x, y, size, cut, more);
  }

  void picture(BufferedImage image, double x, double y, double width, double height) {
    shape(
        "image",
        new String[] {"href", data(image)},
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(width),
        "height",
        number(height),
        "preserveAspectRatio",
        "none");
  }

  /** Title and subtitle at the head of a figure. */
  void head(double x, double y, String title, String subtitle) {
    text(x, y, 19, title, "font-weight", "600");
    text(x, y + 20, 12.5, subtitle, "fill", QUIET);
  }

  /** The finished drawing. */
  String svg() {
    close();
    return written();
  }
}
