package org.xaistudy.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.COMPARED;
import static org.xaistudy.server.testing.StudiesForTests.DISTINGUISHED;
import static org.xaistudy.server.testing.StudiesForTests.ERRING;
import static org.xaistudy.server.testing.StudiesForTests.FORETOLD;
import static org.xaistudy.server.testing.StudiesForTests.GRADED;
import static org.xaistudy.server.testing.StudiesForTests.INQUISITIVE;
import static org.xaistudy.server.testing.StudiesForTests.RECOMMENDED;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xaistudy.server.testing.Researcher;

/**
 * A person with a real browser in every task but that of {@link WholeParticipationTest}, and with
 * several methods, further questions and a decision of four, on a phone and at a desk, from the
 * link to the code; pictures in target/screenshots.
 */
@QuarkusTest
@Tag("heavy")
class TasksInABrowserTest extends InABrowser {
  /** More pages than any of these studies has. */
  private static final int MOST = 40;

  @ParameterizedTest
  @CsvSource({
    ERRING + ",none,false",
    ERRING + ",lrp,true",
    DISTINGUISHED + ",gradcam,false",
    DISTINGUISHED + ",crp,true",
    FORETOLD + ",crp,false",
    FORETOLD + ",none,true",
    RECOMMENDED + ",lrp,false",
    RECOMMENDED + ",crp,true",
    COMPARED + ",order-2,false",
    COMPARED + ",order-5,true",
    INQUISITIVE + ",lrp,false",
    INQUISITIVE + ",crp,true",
    GRADED + ",crp,false",
    GRADED + ",lrp,true"
  })
  void fromTheLinkToTheCode(String study, String method, boolean desk) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setDeviceScaleFactor(1)
            .setViewportSize(desk ? 1600 : 360, desk ? 1000 : 740)
            .setHasTouch(!desk)
            .setColorScheme(desk ? ColorScheme.DARK : ColorScheme.LIGHT);
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = browser.newContext(options)) {
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              complaints.add(message.text());
            }
          });
      page.navigate(server.resolve(Researcher.preview(study, method) + "&lang=en").toString());
      Camera camera = new Camera(page, study + "-" + method);
      page.locator("a.button").click();
      page.locator("button[value=yes]").click();
      camera.shoot("instructions");
      page.locator("form[action$=instructions] .button").click();
      Set<String> seen = new TreeSet<>();
      for (int i = 0; i < MOST && !heading(page).equals("Thank you!"); i++) {
        String kind = page.locator(".verdict").count() > 0 ? "feedback" : kind(heading(page));
        camera.shootOnce(kind, seen.add(kind));
        goOn(page);
      }
      assertThat(page.locator(".code strong").textContent()).matches("[A-Z2-9]{8}");
      assertThat(seen).contains("picture");
      assertThat(context.cookies()).isEmpty();
    }
    assertThat(complaints).isEmpty();
  }

  private static String heading(Page page) {
    return page.locator("h1").textContent();
  }

  /** Such as {@code picture} of {@code Picture 2 of 10}. */
  private static String kind(String heading) {
    return heading.replaceAll("[:0-9].*", "").strip().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** Answers what is asked, as an attention check asks for it, and goes on. */
  private static void goOn(Page page) {
    if (page.locator(".verdict").count() > 0) {
      page.locator("a.button").click();
      return;
    }
    for (Locator asked : page.locator("fieldset:has(input[type=radio])").all()) {
      String legend = asked.locator("legend").textContent();
      String wanted = legend.contains("“") ? legend.replaceAll(".*“(.*)”.*", "$1") : "";
      Locator options =
          wanted.isEmpty()
              ? asked.locator("input")
              : asked.locator("label:has(span:text-is('" + wanted + "')) input");
      options.first().check();
    }
    page.locator("form.questions .button, form.quiz .button, form[action$=instructions] .button")
        .click();
  }
}
