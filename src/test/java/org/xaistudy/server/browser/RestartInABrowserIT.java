package org.xaistudy.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.testing.PackagedServer;
import org.xaistudy.server.testing.TinyStudy;
import org.xaistudy.server.testing.Visitor;
import org.xaistudy.server.testing.Yaml;

/** A person in front of a real browser while the packaged server dies and comes back. */
// The address stays the same, and so the newer call has nothing to wait for.
@SuppressWarnings("deprecation")
class RestartInABrowserIT {
  @TempDir Path folder;

  @Test
  void whoSentAnAnswerToADeadServerGoesOnWhenItIsBack() throws Exception {
    TinyStudy.write(folder.resolve("studies/killed"), Yaml.of("killed", 5, 2, 4));
    try (PackagedServer server = new PackagedServer("quarkus-app", folder, Map.of());
        Playwright playwright = Browsers.driver();
        Browser browser = Browsers.open(playwright)) {
      server.start();
      Visitor visitor = Visitor.ofServers(server.port()).enrolIn("killed").throughPractice();
      Page page = browser.newPage();
      page.navigate("http://localhost:" + server.port() + visitor.run());
      page.waitForNavigation(() -> answer(page));
      assertThat(page.locator("h1").textContent()).isEqualTo("Picture 2 of 4");
      server.kill();
      answer(page);
      page.waitForURL("chrome-error://**");
      server.start();
      page.navigate("http://localhost:" + server.port() + visitor.run());
      assertThat(page.locator("h1").textContent()).isEqualTo("Picture 2 of 4");
      while (page.locator("form.questions").count() > 0) {
        page.waitForNavigation(() -> answer(page));
      }
      assertThat(page.locator(".code strong").textContent()).matches("[A-Z2-9]{8}");
    }
  }

  private static void answer(Page page) {
    page.locator("input[name=answer]").first().check();
    page.locator("input[name=confidence]").nth(6).check();
    page.locator("input[name=clarity]").nth(3).check();
    page.locator(".questions .button").click();
  }
}
