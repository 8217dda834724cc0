package org.xaistudy.analysis.report;

import java.util.List;
import org.xaistudy.analysis.figure.Markup;
import org.xaistudy.analysis.figure.Svg;
import org.xaistudy.analysis.plan.Plan;

/** What a section of a page is built from. */
final class Blocks {
  private Blocks() {}

  /** The mark for what the plan did not foresee, where there is a plan at all. */
  static Markup status(Plan plan) {
    return plan.preregistered()
        ? Markup.of("<p class='status'>%s</p>\n", exploratory(Apa.of(plan)))
        : Markup.NONE;
  }

  static Markup paragraph(String text) {
    return Markup.of("<p>%s</p>\n", text);
  }

  static Markup caption(String text) {
    return Markup.of("<p class='caption'>%s</p>\n", Apa.typeset(text));
  }

  static Markup warning(String text) {
    return Markup.of("<p class='warning'>%s</p>\n", text);
  }

  static Markup heading(String text) {
    return Markup.of("<h3>%s</h3>\n", text);
  }

  /** A heading with the mark for what the plan did not foresee. */
  static Markup exploratory(String heading, Apa apa) {
    return Markup.of("<h3>%s%s</h3>\n", heading, exploratory(apa));
  }

  private static Markup exploratory(Apa apa) {
    return Markup.of(" <span class='tag'>%s</span>", apa.text("exploratory"));
  }

  /** Sentences ready to quote. */
  static Markup findings(List<String> sentences) {
    return Markup.of(
        "<ul class='findings'>%s</ul>\n",
        Markup.all(
            sentences.stream().map(sentence -> Markup.of("<li>%s</li>", sentence)).toList()));
  }

  /** Small tables that share the width. */
  static Markup tables(List<HtmlTable> tables) {
    return Markup.of(
        "<div class='tables'>%s</div>\n",
        Markup.all(tables.stream().map(HtmlTable::html).toList()));
  }

  /** Drawings that share the width, with what is to be known about them. */
  static Markup figure(String layout, List<Svg> drawings, String caption) {
    return Markup.of(
        "<figure class='numbered'><div class='%s'>%s</div><figcaption>%s</figcaption></figure>\n",
        layout,
        Markup.all(
            drawings.stream().map(svg -> Markup.of("<div>%s</div>\n", svg.inline())).toList()),
        Apa.typeset(caption));
  }

  /** Drawings that share the width: {@code one}, {@code pair} or {@code panels} of them. */
  static Markup figures(String layout, List<Svg> drawings) {
    List<Markup> figures =
        drawings.stream().map(svg -> Markup.of("<figure>%s</figure>", svg.inline())).toList();
    Markup lines = figures.get(0);
    for (Markup figure : figures.subList(1, figures.size())) {
      lines = Markup.of("%s\n%s", lines, figure);
    }
    return Markup.of("<div class='%s'>%s</div>\n", layout, lines);
  }
}
