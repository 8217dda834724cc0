package org.xaistudy.analysis.report;

import org.xaistudy.analysis.figure.Markup;

/** An HTML page in the making: a title and sections. */
final class Page {
  private final String title;
  private final String style;
  private final StringBuilder sections = new StringBuilder();
  private final StringBuilder contents = new StringBuilder();
  private String lead = "";

  Page(String title, String style) {
    this.title = title;
    this.style = style;
  }

  /** What stands below the title. */
  Page lead(String html) {
    lead = html;
    return this;
  }

  Page section(String id, String heading, String html) {
    String safe = Markup.escape(heading);
    contents.append("<a href='#%s'>%s</a>".formatted(id, safe));
    sections.append("<section id='%s'><h2>%s</h2>%s</section>\n".formatted(id, safe, html));
    return this;
  }

  String html() {
    return """
        <!doctype html>
        <html lang="en">
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
        <nav aria-label="Sections">%s</nav></header>
        %s</main>
        </body>
        </html>
        """
        .formatted(Markup.escape(title), style, Markup.escape(title), lead, contents, sections);
  }
}
