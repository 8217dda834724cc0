package org.xaistudy.stimuli.concept.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.xaistudy.stimuli.render.PngFile;

/**
 * An SVG drawing, element by element. Whatever is text is escaped. Attributes are names and values
 * in turn; numbers are written as briefly as they can be.
 */
final class Drawing {
  /** The one family of type in all figures. */
  private static final String FONT = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

  /** Ink: nearly black. */
  static final String INK = "#1c2733";

  /** What is said quietly. */
  static final String QUIET = "#5c6b7a";

  /** Lines that only divide. */
  static final String RULE = "#d5dce3";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  Drawing(double width, double height, String title) {
    try {
      out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
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
      open("title");
      out.writeCharacters(title);
      close();
      rectangle(0, 0, width, height, "fill", "#ffffff");
    } catch (XMLStreamException e) {
      throw broken(e);
    }
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

  void open(String name, String... attributes) {
    try {
      out.writeStartElement(name);
      write(attributes);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  void close() {
    try {
      out.writeEndElement();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private void write(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void shape(String name, String[] more, String... attributes) {
    try {
      out.writeEmptyElement(name);
      write(attributes);
      write(more);
    } catch (XMLStreamException e) {
      throw broken(e);
    }
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
    try {
      out.writeStartElement("text");
      write("x", number(x), "y", number(y), "font-size", number(size));
      if (!List.of(more).contains("fill")) {
        write("fill", INK);
      }
      write(more);
      out.writeCharacters(content);
      out.writeEndElement();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** A line of text cut where it would be wider than {@code width}, as near as can be guessed. */
  void text(double x, double y, double size, double width, String content, String... more) {
    int fits = (int) (width / size / 0.54);
    String cut = content.length() <= fits ? content : content.substring(0, fits - 1) + "…";
    text(x, y, size, cut, more);
  }

  void picture(BufferedImage image, double x, double y, double width, double height) {
    String data = Base64.getEncoder().encodeToString(PngFile.encode(image));
    shape(
        "image",
        new String[] {"href", "data:image/png;base64," + data},
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
    try {
      out.writeEndElement();
      out.flush();
      return text.toString();
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Writes the finished drawing, whole or not at all. */
  void write(Path file) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.writeString(part, svg());
      Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static IllegalStateException broken(XMLStreamException e) {
    return new IllegalStateException("writing to memory", e);
  }
}
