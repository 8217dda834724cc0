package org.xaistudy.analysis.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A drawing in the making: shapes with class names, one unit a CSS pixel on a phone.
 *
 * <p>Own code rather than a chart library, because those fix every colour in the shapes: a drawing
 * that follows the reader's light or dark page needs classes.
 */
public final class Svg {
  /** The size of names and labels in {@code figure.css}. */
  private static final double SIZE = 12.5;

  /** How wide letters are on average, of their size, in a wide and bold font. */
  private static final double LETTER = 0.69;

  private final double width;
  private final double height;
  private final String title;
  private final List<Markup> shapes = new ArrayList<>();

  /**
   * An empty drawing.
   *
   * @param width in units
   * @param height in units
   * @param title what a screen reader says in its place
   */
  public Svg(double width, double height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
  }

  /** Width in units. */
  public double width() {
    return width;
  }

  /** Height in units. */
  public double height() {
    return height;
  }

  /** A rectangle with its upper left corner at (x, y). */
  public Svg rect(String classes, double x, double y, double w, double h) {
    return shape("rect", classes, "x='%s' y='%s' width='%s' height='%s'", x, y, w, h);
  }

  /** A rectangle whose fill is as strong as {@code opacity} says, in [0, 1]. */
  public Svg tint(String classes, double x, double y, double w, double h, double opacity) {
    return shape(
        "rect",
        classes,
        "x='%s' y='%s' width='%s' height='%s' fill-opacity='%s'",
        x,
        y,
        w,
        h,
        opacity);
  }

  /** A line from (x1, y1) to (x2, y2). */
  public Svg line(String classes, double x1, double y1, double x2, double y2) {
    return shape("line", classes, "x1='%s' y1='%s' x2='%s' y2='%s'", x1, y1, x2, y2);
  }

  /** A disc around (x, y). */
  public Svg dot(String classes, double x, double y, double radius) {
    return shape("circle", classes, "cx='%s' cy='%s' r='%s'", x, y, radius);
  }

  /** Straight lines from point to point. */
  public Svg path(String classes, List<Point> points) {
    StringBuilder outline = new StringBuilder();
    for (Point point : points) {
      outline.append(outline.isEmpty() ? 'M' : 'L').append(number(point.x())).append(' ');
      outline.append(number(point.y()));
    }
    return add("<path class='%s' d='%s'/>", classes, outline);
  }

  /** A place in a drawing. */
  public record Point(double x, double y) {}

  /** Text with its baseline at y; {@code start}, {@code middle} or {@code end} of it at x. */
  public Svg text(String classes, double x, double y, String anchor, String text) {
    return add(
        "<text class='%s' x='%s' y='%s' text-anchor='%s'>%s</text>",
        classes, number(x), number(y), anchor, text);
  }

  /** About how long a line of text is. */
  static double length(String text) {
    return SIZE * LETTER * text.length();
  }

  /** Text that is set smaller where its line would be longer than {@code room}. */
  public Svg fitted(String classes, double x, double y, String anchor, String text, double room) {
    double size = SIZE * room / Math.max(1, length(text));
    Markup style = size < SIZE ? Markup.of(" style='font-size:%spx'", number(size)) : Markup.NONE;
    return add(
        "<text class='%s' x='%s' y='%s' text-anchor='%s'%s>%s</text>",
        classes, number(x), number(y), anchor, style, text);
  }

  /** Text that reads upwards, its middle at (x, y). */
  public Svg sideways(String classes, double x, double y, String text) {
    return add(
        "<text class='%s' text-anchor='middle' transform='translate(%s %s) rotate(-90)'>%s</text>",
        classes, number(x), number(y), text);
  }

  /** Another drawing with its upper left corner at (x, y). */
  public Svg place(Svg other, double x, double y) {
    return add(
        "<g transform='translate(%s %s)'>%s</g>", number(x), number(y), Markup.all(other.shapes));
  }

  /** The drawing for a page that has the style sheet already. */
  public Markup inline() {
    return drawn(Markup.of("role='img' style='--units:%s'", number(width)), Markup.NONE);
  }

  /** The drawing as a file that stands alone. */
  public String file() {
    Markup page =
        Markup.of("<style>%s</style><rect class='page' width='100%' height='100%'/>", style());
    return Markup.of(
            "<?xml version='1.0' encoding='UTF-8'?>\n%s\n",
            drawn(Markup.of("xmlns='http://www.w3.org/2000/svg' class='alone'"), page))
        .toString();
  }

  /** The style sheet that gives the classes their colours. */
  public static Markup style() {
    return Markup.resource(Svg.class, "figure.css");
  }

  /** At most two decimals, as a hundredth of a pixel cannot be seen; of a finite number. */
  static String number(double value) {
    // By hand: a report has thousands of them, and a formatter takes a tenth of its time.
    long hundredths = Math.round(100 * Math.abs(value));
    StringBuilder text = new StringBuilder(hundredths > 0 && value < 0 ? "-" : "");
    text.append(hundredths / 100);
    if (hundredths % 100 > 0) {
      text.append('.').append(hundredths / 10 % 10);
      if (hundredths % 10 > 0) {
        text.append(hundredths % 10);
      }
    }
    return text.toString();
  }

  private Markup drawn(Markup attributes, Markup below) {
    return Markup.of(
        "<svg viewBox='0 0 %s %s' width='%s' height='%s' %s><title>%s</title>%s%s</svg>",
        number(width),
        number(height),
        number(width),
        number(height),
        attributes,
        title,
        below,
        Markup.all(shapes));
  }

  private Svg shape(String name, String classes, String attributes, double... numbers) {
    Object[] texts = Arrays.stream(numbers).mapToObj(Svg::number).toArray();
    return add("<%s class='%s' %s/>", name, classes, Markup.of(attributes, texts));
  }

  private Svg add(String template, Object... parts) {
    shapes.add(Markup.of(template, parts));
    return this;
  }
}
