package org.xaistudy.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.xaistudy.server.testing.StudiesForTests;

/** One real browser for all tests of a class. */
@QuarkusTestResource(StudiesForTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InABrowser {
  @TestHTTPResource("/")
  URI server;

  private Playwright playwright;

  /** The browser; each test opens a context of its own in it. */
  Browser browser;

  @BeforeAll
  void openBrowser() {
    playwright = Browsers.driver();
    browser = Browsers.open(playwright);
  }

  @AfterAll
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
    playwright.close();
  }
}
