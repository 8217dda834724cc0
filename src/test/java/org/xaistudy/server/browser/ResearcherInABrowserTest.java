package org.xaistudy.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.xaistudy.server.testing.Visitor;

/** The researcher's pages in a real browser, which adds the password by itself. */
// The address stays the same, and so the newer call has nothing to wait for.
@SuppressWarnings("deprecation")
@QuarkusTest
class ResearcherInABrowserTest extends InABrowser {
  @Test
  void theOverviewHasNoBarriers() {
    try (BrowserContext context = browser.newContext(loggedIn().setViewportSize(360, 740))) {
      Page page = context.newPage();
      page.navigate(server.resolve("/researcher").toString());
      new Camera(page, "researcher").shoot("overview");
    }
  }

  @Test
  void answersAreDeletedByTheFormAfterAQuestion() {
    Visitor person = Visitor.enrolledIn(ROOMY).throughPractice().throughTrials();
    try (BrowserContext context = browser.newContext(loggedIn())) {
      Page page = context.newPage();
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
    try (BrowserContext context = browser.newContext(loggedIn());
        Platform elsewhere = Platform.posting(target, "name", person.codes().get(0))) {
      Page page = context.newPage();
      page.navigate(server.resolve("/researcher").toString());
      page.navigate(elsewhere.address());
      assertThat(page.waitForNavigation(() -> page.locator("button").click()).status())
          .isEqualTo(403);
    }
    assertThat(Visitor.at(person.run()).codes()).isEqualTo(person.codes());
  }

  private static Browser.NewContextOptions loggedIn() {
    return new Browser.NewContextOptions().setHttpCredentials("researcher", "a password for tests");
  }
}
