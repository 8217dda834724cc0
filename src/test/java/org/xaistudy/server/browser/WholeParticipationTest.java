package org.xaistudy.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.Researcher;

/** A person with a real browser, from the link to the code; pictures in target/screenshots. */
@QuarkusTest
class WholeParticipationTest extends InABrowser {
  @Test
  void onAPhone() {
    participate("phone-lrp", "lrp", options(360, 740).setHasTouch(true), "en");
  }

  @Test
  void onAPhoneWithConceptsInTheDarkInGerman() {
    participate("phone-crp-dark", "crp", options(360, 740).setColorScheme(ColorScheme.DARK), "de");
  }

  @Test
  void onADesktopWithConcepts() {
    participate("desktop-crp", "crp", options(1600, 1000), "en");
  }

  @Test
  void onADesktopInTheDark() {
    participate(
        "desktop-gradcam-dark",
        "gradcam",
        options(1280, 800).setColorScheme(ColorScheme.DARK),
        "de");
  }

  @Test
  void withoutJavaScript() {
    participate("plain", "shap", options(1024, 768).setJavaScriptEnabled(false), "en");
  }

  @Test
  void insideAPlatformsFrameWithoutCookies() throws IOException {
    String task = server.resolve(Researcher.preview(ROOMY, "ig")).toString();
    try (BrowserContext context = browser.newContext(options(1280, 900));
        Platform platform = Platform.framing(task)) {
      Page page = context.newPage();
      page.navigate(platform.address());
      FrameLocator frame = page.frameLocator("iframe");
      frame.locator("a.button").click();
      frame.locator("button[value=yes]").click();
      frame.locator("form[action$=instructions] .button").click();
      frame.locator("input[name=answer][value=yes]").check();
      frame.locator("input[name=confidence][value='3']").check();
      frame.locator("input[name=clarity][value='3']").check();
      frame.locator(".questions .button").click();
      frame.locator(".verdict").waitFor();
      assertThat(context.cookies()).isEmpty();
    }
  }

  @Test
  void picturesCanBeEnlargedAndScalesAnsweredByKeyboard() {
    try (BrowserContext context = browser.newContext(options(1280, 900))) {
      Page page = context.newPage();
      page.navigate(server.resolve(Researcher.preview(ROOMY, "crp") + "&lang=en").toString());
      page.locator("a.button").click();
      page.locator("button[value=yes]").click();
      page.locator("form[action$=instructions] .button").click();
      page.locator(".zoom").nth(2).focus();
      page.keyboard().press("Enter");
      page.locator("dialog img").waitFor();
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "enlarged.png")));
      page.keyboard().press("Escape");
      page.locator("dialog")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      page.locator("input[name=answer]").first().focus();
      page.keyboard().press("Space");
      page.keyboard().press("Tab");
      page.keyboard().press("8");
      page.keyboard().press("Tab");
      page.keyboard().press("3");
      assertThat(page.locator("input:checked").evaluateAll("all => all.map(one => one.value)"))
          .isEqualTo(List.of("yes", "8", "3"));
      page.keyboard().press("Enter");
      page.locator(".verdict").waitFor();
    }
  }

  @Test
  void theBackButtonLeadsToTheRightStep() {
    try (BrowserContext context = browser.newContext(options(1280, 900))) {
      Page page = context.newPage();
      page.navigate(server.resolve(Researcher.preview(ROOMY, "lrp") + "&lang=en").toString());
      page.locator("a.button").click();
      page.locator("button[value=yes]").click();
      page.locator("form[action$=instructions] .button").click();
      answer(page, true);
      page.locator("a.button").click();
      answer(page, true);
      page.locator("a.button").click();
      answer(page, true);
      assertThat(page.locator("h1").textContent()).isEqualTo("Picture 2 of 4");
      page.goBack();
      page.reload();
      page.goBack();
      page.navigate(page.url().replaceFirst("(/r/[^/]+).*", "$1"));
      assertThat(page.locator("h1").textContent()).isEqualTo("Picture 2 of 4");
      answer(page, true);
      assertThat(page.locator("h1").textContent()).isEqualTo("Picture 3 of 4");
    }
  }

  private void participate(
      String name, String method, Browser.NewContextOptions options, String language) {
    List<String> elsewhere = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = browser.newContext(options)) {
      Page page = context.newPage();
      page.onRequest(
          request -> {
            if (!request.url().startsWith(server.toString())) {
              elsewhere.add(request.url());
            }
          });
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              complaints.add(message.text());
            }
          });
      Camera camera = new Camera(page, name);
      page.navigate(
          server.resolve(Researcher.preview(ROOMY, method) + "&lang=" + language).toString());
      camera.shoot("welcome");
      page.locator("a.button").click();
      camera.shoot("consent");
      page.locator("button[value=yes]").click();
      camera.shoot("instructions");
      page.locator("form[action$=instructions] .button").click();
      boolean first = true;
      for (int practice = 0; practice < 2; practice++) {
        camera.shootOnce("trial", first);
        answer(page, practice % 2 == 0);
        camera.shootOnce("feedback", first);
        page.locator("a.button").click();
        first = false;
      }
      for (int trial = 0; trial < 4; trial++) {
        answer(page, trial % 2 == 0);
      }
      camera.shoot("thanks");
      assertThat(page.locator(".code strong").textContent()).matches("[A-Z2-9]{8}");
      assertThat(context.cookies()).isEmpty();
    }
    assertThat(elsewhere).isEmpty();
    assertThat(complaints).isEmpty();
  }

  private static void answer(Page page, boolean used) {
    assertThat(page.locator("input:checked").count()).isZero();
    page.locator("input[name=answer][value=" + (used ? "yes" : "no") + "]").check();
    page.locator("input[name=confidence][value='7']").check();
    page.locator("input[name=clarity][value='2']").check();
    page.locator(".questions .button").click();
  }

  private static Browser.NewContextOptions options(int width, int height) {
    return new Browser.NewContextOptions().setViewportSize(width, height).setDeviceScaleFactor(1);
  }
}
