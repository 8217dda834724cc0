package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.xaistudy.analysis.figure.Markup;

/** An HTML page in the making: a title and sections. */
final class Page {
  private final String title;
  private final Markup style;
  private final Apa apa;
  private final List<Markup> sections = new ArrayList<>();
  private final List<Markup> contents = new ArrayList<>();
  private Markup lead = Markup.NONE;

  Page(String title, Markup style, Apa apa) {
    this.title = title;
    this.style = style;
    this.apa = apa;
  }

  /** What stands below the title. */
  Page lead(Markup html) {
    lead = html;
    return this;
  }

  Page section(String id, String heading, Markup html) {
    contents.add(Markup.of("<a href='#%s'>%s</a>", id, heading));
    sections.add(Markup.of("<section id='%s'><h2>%s</h2>%s</section>\n", id, heading, html));
    return this;
  }

  /** The same; none where there is nothing in it. */
  Page sectionIfAny(String id, String heading, Markup html) {
    return html.isEmpty() ? this : section(id, heading, html);
  }

  String html() {
    String page =
        Markup.of(
                """
        <!doctype html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        <header><h1>%s</h1>
        %s
        <nav aria-label="%s">%s</nav></header>
        %s</main>
        </body>
        </html>
        """,
                apa.words().language(),
                title,
                style,
                title,
                lead,
                apa.text("page.sections"),
                Markup.all(contents),
                Markup.all(sections))
            .toString();
    return numbered(
        numbered(page, "<figcaption>", apa.text("page.figure")),
        "<caption><span>",
        apa.text("page.table"));
  }

  /** Captions begin with their number; no text from a file can look like this program's tags. */
  private static String numbered(String page, String tag, String kind) {
    String[] parts = page.split(tag, -1);
    StringBuilder numbered = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      numbered.append("%s<b>%s %d.</b> ".formatted(tag, kind, i)).append(parts[i]);
    }
    return numbered.toString();
  }
}
