package org.xaistudy.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;

/** Takes pictures, and checks on each page what holds on every page. */
record Camera(Page page, String name) {
  void shootOnce(String step, boolean first) {
    if (first) {
      shoot(step);
    }
  }

  void shoot(String step) {
    // Where something is told as it happens, the network is never idle.
    boolean live = page.locator("[data-live]").count() > 0;
    page.waitForLoadState(live ? LoadState.LOAD : LoadState.NETWORKIDLE);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + "-" + step + ".png")));
    assertThat(page.locator("h1").count()).as("main headings of %s", step).isEqualTo(1);
    assertThat(Accessibility.violations(page)).as("barriers on %s", step).isEmpty();
    Locator images = page.getByRole(AriaRole.IMG);
    for (Locator image : images.all()) {
      assertThat(image.getAttribute("alt")).isNotBlank();
    }
    int overflow = (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    assertThat(overflow).as("width of %s beyond the screen", step).isLessThanOrEqualTo(0);
  }
}
