package org.xaistudy.analysis.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xaistudy.analysis.figure.Markup;

/** A table in the making: the first column names the row, the others are numbers. */
final class HtmlTable {
  private final StringBuilder rows = new StringBuilder();
  private final String caption;

  HtmlTable(String caption, List<String> headings) {
    this.caption = caption;
    rows.append("<thead><tr>")
        .append(cells("<th scope='col'>%s</th>", headings))
        .append("</tr></thead><tbody>");
  }

  /** How many people there are of each kind; those of an empty name did not say. */
  static HtmlTable counts(String caption, String kind, Map<String, Integer> people) {
    HtmlTable table = new HtmlTable(caption, List.of(kind, "People"));
    people.forEach(
        (name, count) ->
            table.row(name.isEmpty() ? "not told" : name, List.of(String.valueOf(count))));
    return table;
  }

  /** Adds a row; hyphens before digits become minus signs. */
  HtmlTable row(String name, List<String> cells) {
    rows.append("<tr><th scope='row'>")
        .append(Markup.escape(name))
        .append("</th>")
        .append(cells("<td>%s</td>", cells.stream().map(Apa::typeset).toList()))
        .append("</tr>");
    return this;
  }

  /** The table, in a frame that scrolls where the screen is too narrow. */
  String html() {
    return "<div class='scroll' tabindex='0'><table><caption>%s</caption>%s</tbody></table></div>\n"
        .formatted(Markup.escape(caption), rows);
  }

  private static String cells(String form, List<String> texts) {
    return texts.stream()
        .map(text -> form.formatted(Markup.escape(text)))
        .collect(Collectors.joining());
  }
}
