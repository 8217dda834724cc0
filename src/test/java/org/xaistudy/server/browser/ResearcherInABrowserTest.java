package org.xaistudy.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;
import static org.xaistudy.server.testing.StudiesForTests.STRICT;
import static org.xaistudy.server.testing.StudiesForTests.WATCHED;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.server.testing.Visitor;

/** The researcher's pages in a real browser, which adds its cookie by itself. */
// The address stays the same, and so the newer call has nothing to wait for.
@SuppressWarnings("deprecation")
@QuarkusTest
class ResearcherInABrowserTest extends InABrowser {
  @ParameterizedTest
  @CsvSource({"360, LIGHT", "360, DARK", "1600, LIGHT", "1600, DARK"})
  void noPageHasBarriersOrIsTooWide(int width, ColorScheme colours) {
    Visitor.enrolledIn(WATCHED).throughPractice().throughTrials();
    Browser.NewContextOptions window =
        new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colours);
    try (BrowserContext context = browser.newContext(window)) {
      Page page = loggedIn(context);
      Camera camera = new Camera(page, "researcher-" + width + "-" + colours);
      camera.shoot("overview");
      for (String part : List.of("", "/people", "/platforms", "/validation", "/deletion")) {
        page.navigate(server.resolve("/researcher/" + WATCHED + part).toString());
        camera.shoot("desk" + part.replace('/', '-'));
      }
      page.navigate(server.resolve("/researcher/access").toString());
      camera.shoot("access");
    }
  }

  @Test
  void allPagesAreOnOneSheet() {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1000, 900))) {
      Page page = loggedIn(context);
      page.navigate(
          server.resolve("/researcher/" + STRICT + "/walkthrough").toString(),
          new Page.NavigateOptions().setTimeout(300_000)); // goes through the whole study often
      assertThat(Accessibility.violations(page)).isEmpty();
      assertThat(page.locator(".leaf").count()).isGreaterThan(5 * 2 * 15);
      List<String> names = page.locator(".leaf > .kicker").allTextContents();
      assertThat(names)
          .contains(
              "crp, English: Consent",
              "gradcam, German: Instructions",
              "lrp, German: Attention check 1",
              "ig, English: Questionnaire",
              "shap, German: The end");
      // In one question: there are more than a thousand of them.
      assertThat(
              page.locator(".leaf img")
                  .evaluateAll(
                      "all => all.filter(i => !i.complete || i.naturalWidth === 0).map(i => i.src)"))
          .isEqualTo(List.of());
    }
  }

  @Test
  void onePageIsLookedAtInANarrowWindow() {
    try (BrowserContext context = browser.newContext()) {
      Page page = loggedIn(context);
      page.navigate(server.resolve("/researcher/" + WATCHED).toString());
      page.locator("input[name=trial]").fill("3");
      page.locator("form[action$=look] button").click();
      assertThat(page.frameLocator("iframe").locator("h1").textContent()).contains("Picture 1 of");
      new Camera(page, "look").shoot("narrow");
    }
  }

  @Test
  void answersAreDeletedByTheFormAfterAQuestion() {
    Visitor person = Visitor.enrolledIn(ROOMY).throughPractice().throughTrials();
    try (BrowserContext context = browser.newContext()) {
      Page page = loggedIn(context);
      Camera camera = new Camera(page, "deletion");
      page.navigate(server.resolve("/researcher/" + ROOMY + "/deletion").toString());
      camera.shoot("search");
      page.locator("#name").fill(person.codes().get(0));
      page.locator("button").click();
      camera.shoot("found");
      assertThat(Visitor.at(person.run()).codes()).isEqualTo(person.codes());
      page.locator("button").click();
      camera.shoot("deleted");
    }
    assertThat(Visitor.at(person.run()).response().statusCode()).isEqualTo(404);
  }

  @Test
  void anotherSiteCannotDeleteAnything() throws IOException {
    Visitor person = Visitor.enrolledIn(ROOMY).throughPractice().throughTrials();
    String target = server.resolve("/researcher/" + ROOMY + "/deletion").toString();
    try (BrowserContext context = browser.newContext();
        Platform elsewhere = Platform.posting(target, "name", person.codes().get(0))) {
      Page page = loggedIn(context);
      page.navigate(server.resolve("/researcher").toString());
      page.navigate(elsewhere.address());
      page.waitForNavigation(() -> page.locator("button").click());
      assertThat(page.url()).as("the cookie did not come along").endsWith("/login");
    }
    assertThat(Visitor.at(person.run()).codes()).isEqualTo(person.codes());
  }

  /** Logs in by the form, as a person does. */
  private Page loggedIn(BrowserContext context) {
    Page page = context.newPage();
    page.navigate(server.resolve("/researcher").toString());
    assertThat(page.url()).endsWith("/login");
    new Camera(page, "researcher").shoot("login");
    page.locator("#name").fill("researcher");
    page.locator("#password").fill("a password for tests");
    page.locator("button").click();
    return page;
  }
}
