package org.xaistudy.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.Visitor;

/** What browsers and networks do to a participation, in a real browser. */
// The address stays the same, and so the newer call has nothing to wait for.
@SuppressWarnings("deprecation")
@QuarkusTest
class InterruptionsTest extends InABrowser {
  @Test
  void twoTabsNeverGiveTwoAnswers() {
    Visitor person = Visitor.enrolledIn(ROOMY).throughPractice();
    List<Map<String, String>> before = answers();
    try (BrowserContext context = browser.newContext()) {
      Page one = open(context, person);
      Page other = open(context, person);
      answer(one, "yes", 8);
      assertThat(one.locator("h1").textContent()).isEqualTo("Picture 2 of 4");
      answer(other, "no", 1);
      assertThat(other.locator("h1").textContent()).isEqualTo("Picture 2 of 4");
      answer(other, "no", 2);
      assertThat(other.locator("h1").textContent()).isEqualTo("Picture 3 of 4");
      one.reload();
      assertThat(one.locator("h1").textContent()).isEqualTo("Picture 3 of 4");
    }
    assertThat(since(before)).extracting(row -> row.get("confidence")).containsExactly("8", "2");
  }

  @Test
  void aLostResponseLosesNoAnswer() {
    Visitor person = Visitor.enrolledIn(ROOMY).throughPractice();
    List<Map<String, String>> before = answers();
    try (BrowserContext context = browser.newContext()) {
      Page page = open(context, person);
      page.route(
          "**/trials/*",
          route -> {
            route.fetch();
            route.abort();
          });
      assertThatThrownBy(() -> page.waitForNavigation(() -> send(page, "yes", 7)))
          .isInstanceOf(PlaywrightException.class);
      page.unroute("**/trials/*");
      page.navigate(server.resolve(person.run()).toString());
      assertThat(page.locator("h1").textContent()).isEqualTo("Picture 2 of 4");
    }
    assertThat(since(before)).extracting(row -> row.get("confidence")).containsExactly("7");
  }

  @Test
  void aDoubleClickIsOneAnswer() {
    Visitor person = Visitor.enrolledIn(ROOMY).throughPractice();
    List<Map<String, String>> before = answers();
    try (BrowserContext context = browser.newContext()) {
      Page page = open(context, person);
      choose(page, "no", 4);
      page.waitForNavigation(() -> page.locator(".questions .button").dblclick());
      assertThat(page.locator("h1").textContent()).isEqualTo("Picture 2 of 4");
    }
    assertThat(since(before)).hasSize(1);
  }

  private Page open(BrowserContext context, Visitor person) {
    Page page = context.newPage();
    page.navigate(server.resolve(person.run()).toString());
    assertThat(page.locator("h1").textContent()).isEqualTo("Picture 1 of 4");
    return page;
  }

  private static void answer(Page page, String used, int scale) {
    page.waitForNavigation(() -> send(page, used, scale));
  }

  private static void send(Page page, String used, int scale) {
    choose(page, used, scale);
    page.locator(".questions .button").click();
  }

  private static void choose(Page page, String used, int scale) {
    page.locator("input[name=answer][value=" + used + "]").check();
    page.locator("input[name=confidence][value='" + scale + "']").check();
    page.locator("input[name=clarity][value='" + scale + "']").check();
  }

  private static List<Map<String, String>> answers() {
    return Researcher.responses(ROOMY, false);
  }

  private static List<Map<String, String>> since(List<Map<String, String>> before) {
    return answers().stream().filter(row -> !before.contains(row)).toList();
  }
}
