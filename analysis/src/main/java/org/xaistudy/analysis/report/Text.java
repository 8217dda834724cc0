package org.xaistudy.analysis.report;

import java.util.List;
import java.util.stream.Collectors;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Svg;

/** Small pieces of HTML. */
final class Text {
  /** Marks what the plan did not foresee. */
  static final String EXPLORATORY = " <span class='tag'>exploratory</span>";

  private Text() {}

  static String paragraph(String text) {
    return "<p>" + Markup.escape(text) + "</p>\n";
  }

  static String caption(String text) {
    return "<p class='caption'>" + Markup.escape(text) + "</p>\n";
  }

  static String warning(String text) {
    return "<p class='warning'>" + Markup.escape(text) + "</p>\n";
  }

  static String heading(String text, boolean exploratory) {
    return "<h3>" + Markup.escape(text) + (exploratory ? EXPLORATORY : "") + "</h3>\n";
  }

  /** Small tables that share the width. */
  static String tables(List<HtmlTable> tables) {
    return tables.stream()
        .map(HtmlTable::html)
        .collect(Collectors.joining("", "<div class='tables'>", "</div>\n"));
  }

  /** Drawings that share the width. */
  static String figures(String classes, List<Svg> drawings) {
    return drawings.stream()
        .map(svg -> "<figure>" + svg.inline() + "</figure>")
        .collect(Collectors.joining("\n", "<div class='" + classes + "'>", "</div>\n"));
  }
}
