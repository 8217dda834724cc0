package org.xaistudy.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xaistudy.analysis.figure.Markup;

/** A table in the making: the first column names the row, the others are numbers. */
final class HtmlTable {
  private final List<Markup> rows = new ArrayList<>();
  private final String caption;

  HtmlTable(String caption, List<String> headings) {
    this.caption = caption;
    rows.add(
        Markup.of("<thead><tr>%s</tr></thead><tbody>", cells("<th scope='col'>%s</th>", headings)));
  }

  /** How many people there are of each kind; those of an empty name did not say. */
  static HtmlTable counts(String caption, String kind, Map<String, Integer> people, Apa apa) {
    HtmlTable table = new HtmlTable(caption, List.of(kind, apa.text("column.people")));
    people.forEach(
        (name, count) ->
            table.row(
                name.isEmpty() ? apa.text("table.untold") : name, List.of(String.valueOf(count))));
    return table;
  }

  /** Adds a row; hyphens before digits become minus signs. */
  HtmlTable row(String name, List<String> cells) {
    List<String> texts = cells.stream().map(Apa::typeset).toList();
    rows.add(Markup.of("<tr><th scope='row'>%s</th>%s</tr>", name, cells("<td>%s</td>", texts)));
    return this;
  }

  /** The table, in a frame that scrolls where the screen is too narrow. */
  Markup html() {
    return Markup.of(
        "<div class='scroll' tabindex='0'><table><caption><span>%s</span></caption>%s</tbody></table></div>\n",
        caption, Markup.all(rows));
  }

  private static Markup cells(String template, List<String> texts) {
    return Markup.all(texts.stream().map(text -> Markup.of(template, text)).toList());
  }
}
