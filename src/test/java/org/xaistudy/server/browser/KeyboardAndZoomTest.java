package org.xaistudy.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;
import static org.xaistudy.server.testing.StudiesForTests.THOROUGH;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.Researcher;

/**
 * A person without a mouse, with pages at 200 % on a small laptop and at 400 % (320 CSS pixels,
 * WCAG 1.4.10), through a study that asks everything there is to ask.
 */
// The address stays the same, and so the newer call has nothing to wait for.
@SuppressWarnings("deprecation")
@QuarkusTest
class KeyboardAndZoomTest extends InABrowser {
  @Test
  void byKeyboardAloneAtTwoHundredPercent() {
    participate("zoom-200", "crp", 640, 400, "en");
  }

  @Test
  void byKeyboardAloneAtFourHundredPercentInGerman() {
    participate("zoom-400", "lrp", 320, 256, "de");
  }

  @Test
  void aScreenReaderSaysWhatIsAskedAndWhatTheEndsMean() {
    try (BrowserContext context = browser.newContext()) {
      Page page = context.newPage();
      page.navigate(server.resolve(Researcher.preview(ROOMY, "crp") + "&lang=en").toString());
      press(page, "a.button");
      press(page, "button[value=yes]");
      press(page, "form[action$=instructions] .button");
      assertThat(page.locator("body").ariaSnapshot())
          .contains(
              "progressbar \"Progress: 0 of 6\"",
              "heading \"Practice 1 of 2\" [level=1]",
              "group \"Does the black border around the picture influence the AI’s prediction?\"",
              "radio \"Yes\"",
              "group \"How confident are you in your answer?\"",
              "radio \"0, not at all\"",
              "radio \"9, completely\"",
              "group \"How clear was the explanation?\"",
              "button \"Enlarge: The picture that the AI was shown, with a black border\"",
              "button \"Save and continue\"")
          .doesNotContain("[checked]");
    }
  }

  private void participate(String name, String method, int width, int height, String language) {
    Browser.NewContextOptions zoomed =
        new Browser.NewContextOptions().setViewportSize(width, height).setDeviceScaleFactor(2);
    try (BrowserContext context = browser.newContext(zoomed)) {
      Page page = context.newPage();
      Camera camera = new Camera(page, name);
      page.navigate(
          server.resolve(Researcher.preview(THOROUGH, method) + "&lang=" + language).toString());
      press(page, "a.button");
      press(page, "button[value=yes]");
      camera.shoot("device");
      press(page, "button[name=fits][value=yes]");
      camera.shoot("instructions");
      press(page, "form[action$=instructions] .button");
      camera.shoot("comprehension");
      choose(page, "c0", "1");
      choose(page, "c1", "0");
      press(page, ".quiz .button");
      judge(page, camera);
      camera.shoot("questionnaire");
      reach(page, "input[name='q.age']");
      page.keyboard().type("33");
      choose(page, "q.ai-experience", "none");
      press(page, ".quiz .button");
      camera.shoot("thanks");
      assertThat(page.locator(".code strong").textContent()).matches("[A-Z2-9]{8}");
    }
  }

  private static void judge(Page page, Camera camera) {
    boolean shot = false;
    boolean attention = false;
    while (page.locator("form.questions, .verdict").count() > 0) {
      if (page.locator(".verdict").count() > 0) {
        press(page, ".go .button");
      } else if (page.locator(".exhibit").count() == 0) {
        camera.shoot("attention");
        attention = true;
        List<String> asked =
            page.locator("legend").allTextContents().stream()
                .map(legend -> legend.replaceAll(".*[“„](.*)[”“].*", "$1"))
                .toList();
        boolean used = List.of("Yes", "Ja").contains(asked.get(0));
        answer(page, used, asked.get(1), asked.get(2));
      } else {
        camera.shootOnce("trial", !shot);
        shot = true;
        answer(page, true, "7", "2");
      }
    }
    assertThat(attention).as("an attention check among the trials").isTrue();
  }

  private static void answer(Page page, boolean used, String confidence, String clarity) {
    choose(page, "answer", used ? "yes" : "no");
    reach(page, "input[name=confidence]");
    page.keyboard().press(confidence);
    reach(page, "input[name=clarity]");
    page.keyboard().press(clarity);
    press(page, ".questions .button");
  }

  /** Chooses a radio button as the keyboard does: to the group by Tab, within it by arrows. */
  private static void choose(Page page, String name, String value) {
    reach(page, "input[name='" + name + "']");
    page.keyboard().press("Space");
    String chosen = "input[name='" + name + "']:checked";
    for (int i = 0; i < 10 && !page.locator(chosen).inputValue().equals(value); i++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(page.locator(chosen).inputValue()).isEqualTo(value);
  }

  private static void press(Page page, String selector) {
    reach(page, selector);
    page.waitForNavigation(() -> page.keyboard().press("Enter"));
  }

  /** Tabs forward until the element has the focus, as a person without a mouse does. */
  private static void reach(Page page, String selector) {
    for (int i = 0; i < 60; i++) {
      if ((boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError(selector + " is not reached by Tab on " + page.url());
  }
}
