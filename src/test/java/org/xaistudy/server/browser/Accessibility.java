package org.xaistudy.server.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds against WCAG 2.2, levels A and AA. */
final class Accessibility {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Accessibility() {}

  /**
   * One line for each rule that the page breaks; axe is itself a script and needs scripts allowed.
   */
  static List<String> violations(Page page) {
    if (page.locator("html.scripted").count() == 0) {
      return List.of();
    }
    return new AxeBuilder(page)
        .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
            .map(
                rule ->
                    rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().get(0).getTarget())
            .toList();
  }
}
