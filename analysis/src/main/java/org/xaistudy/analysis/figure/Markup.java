package org.xaistudy.analysis.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * HTML or SVG: text that may stand in a page as it is. Made from templates of this program alone;
 * whatever is put into them is escaped on the way, unless it is markup already.
 */
public final class Markup {
  /** Nothing. */
  public static final Markup NONE = new Markup("");

  private static final String GAP = "%s";

  private final String text;

  private Markup(String text) {
    this.text = text;
  }

  /**
   * A template with its gaps filled.
   *
   * @param template written here, never read from a file; {@code %s} where something goes
   * @param parts what goes there
   */
  public static Markup of(String template, Object... parts) {
    StringBuilder filled = new StringBuilder(template.length() + 32 * parts.length);
    int from = 0;
    for (Object part : parts) {
      int gap = template.indexOf(GAP, from);
      filled.append(template, from, gap).append(safe(part));
      from = gap + GAP.length();
    }
    return new Markup(filled.append(template, from, template.length()).toString());
  }

  /** A file that is part of this program. */
  public static Markup resource(Class<?> beside, String name) {
    try (InputStream text = beside.getResourceAsStream(name)) {
      return new Markup(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " is part of this program", e);
    }
  }

  /** Plain text. */
  public static Markup text(String plain) {
    return new Markup(escape(plain));
  }

  /** One after the other. */
  public static Markup all(Collection<Markup> parts) {
    return new Markup(parts.stream().map(Markup::toString).collect(Collectors.joining()));
  }

  /** One after the other. */
  public static Markup all(Markup... parts) {
    return all(Arrays.asList(parts));
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text;
  }

  private static String safe(Object part) {
    return part instanceof Markup ? part.toString() : escape(String.valueOf(part));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
