package org.xaistudy.analysis.figure;

/** Text from a file inside HTML or SVG. */
public final class Markup {
  private Markup() {}

  /** The text with nothing left in it that markup would act upon. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
