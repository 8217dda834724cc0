package org.xaistudy.server.commandline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xaistudy.server.testing.StudiesForTests.GLANCED;
import static org.xaistudy.server.testing.StudiesForTests.GUARDED;
import static org.xaistudy.server.testing.StudiesForTests.PAID;
import static org.xaistudy.server.testing.StudiesForTests.ROOMY;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.server.access.Passes;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.testing.MovableClock;
import org.xaistudy.server.testing.Researcher;
import org.xaistudy.server.testing.StudiesForTests;
import org.xaistudy.server.testing.Visitor;
import picocli.CommandLine;

/** What a terminal can do with a token. */
@QuarkusTest
@QuarkusTestResource(StudiesForTests.class)
class ResearcherCommandTest {
  @Inject Passes passes;
  @Inject MovableClock clock;
  @TempDir Path folder;

  @TestHTTPResource("/")
  URI server;

  private String owner;

  /** What a command came to. */
  private record Done(int code, String said) {}

  private Done run(String token, String... words) {
    List<String> all =
        Stream.concat(
                Stream.of("researcher", "--url", server.toString(), "--token", token),
                Arrays.stream(words))
            .toList();
    PrintStream usual = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      int code = new CommandLine(new Main.Words()).execute(all.toArray(String[]::new));
      return new Done(code, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(usual);
    }
  }

  private String said(String... words) {
    Done done = run(owner, words);
    assertThat(done.code()).as(String.join(" ", words)).isZero();
    return done.said();
  }

  @BeforeEach
  void somebodyOwnsAToken() {
    owner = passes.token("R", Role.OWNER, "test", Duration.ofHours(1));
  }

  @Test
  void aCommandDoesWhatItsTokenMay() {
    String viewer = passes.token("R", Role.VIEWER, "test", Duration.ofHours(1));
    assertThat(run(viewer, "studies").said()).contains("study,version,state").contains(GUARDED);
    assertThat(run(viewer, "validate", GUARDED).code()).isZero();
    assertThat(run(viewer, "pause", GUARDED).code()).isEqualTo(1);
    assertThat(run(owner, "pause", GUARDED).code()).isZero();
    assertThat(run(owner, "pause", GUARDED).code()).as("it is paused").isEqualTo(1);
    assertThat(run(owner, "open", GUARDED).code()).isZero();
    assertThat(run("xaistudy-no", "studies").code()).isEqualTo(1);
    assertThat(run(owner, "nothing").code()).isEqualTo(2);
  }

  @Test
  void accountsAndTokensAreGivenListedAndTakenAway() {
    String password = said("account", "grace", "analyst").strip();
    assertThat(password).hasSize(16);
    assertThat(said("accounts")).contains("grace,analyst,");
    String token = said("token", "=notebook", "viewer", "--days", "3").strip();
    assertThat(run(token, "studies").code()).isZero();
    String line =
        said("tokens").lines().filter(row -> row.contains("notebook")).findFirst().orElseThrow();
    assertThat(line).contains("R,'=notebook,viewer,").doesNotContain(token);
    said("revoke", line.substring(0, line.indexOf(',')));
    assertThat(run(token, "studies").code()).isEqualTo(1);
    assertThat(run(owner, "revoke", "0").code()).isEqualTo(1);
    said("remove-account", "grace");
    assertThat(said("accounts")).doesNotContain("grace");
    assertThat(said("log")).contains(",R,POST /researcher/access/accounts/removal,303");
  }

  @Test
  void bonusesAndPlatformsAreForATerminalToo() throws Exception {
    Visitor.sentTo(PAID, "PROLIFIC_PID=zoe").throughPractice().throughTrials();
    Researcher.unblind(PAID);
    Path ids = Files.writeString(folder.resolve("ids.txt"), "zoe\nnobody\n");
    String file = ids.toString();
    assertThat(said("bonuses", PAID, "--ids", file, "--each", "0.30", "--most", "0.50").strip())
        .isEqualTo("zoe,0.30");
    assertThat(run(owner, "bonuses", PAID, "--ids", file, "--each", "x", "--most", "1").code())
        .isEqualTo(1);
    assertThat(
            run(owner, "bonuses", PAID, "--ids", file + "x", "--each", "1", "--most", "1").code())
        .isEqualTo(1);
    assertThat(said("platforms", PAID)).contains("{{%PROLIFIC_PID%}}").contains("CDONE");
    assertThat(said("people", PAID)).contains("participant,method,source,outcome");
    assertThat(said("progress", PAID).lines())
        .startsWith("what,number", "agreed,1")
        .contains("stopped by the study,0");
  }

  @Test
  void aPageIsLookedAtByItsAddress() {
    String method = methodOf(ROOMY);
    String address = said("look", ROOMY, "--method", method, "--trial", "1").strip();
    assertThat(address).startsWith(server.toString());
    assertThat(given().get(URI.create(address)).statusCode()).isEqualTo(200);
    assertThat(run(owner, "look", ROOMY, "--method", "nothing").code()).isEqualTo(1);
  }

  @Test
  void theWalkThroughIsOneFile() throws Exception {
    Path file = folder.resolve("sheet.html");
    said("walkthrough", ROOMY, "--out", file.toString());
    Document sheet = Jsoup.parse(Files.readString(file));
    assertThat(sheet.select("section.leaf")).hasSizeGreaterThan(5);
    assertThat(sheet.select("img").stream().map(image -> image.attr("src")))
        .isNotEmpty()
        .allMatch(source -> source.startsWith("data:image/"));
    assertThat(sheet.select("script, link")).isEmpty();
    assertThat(sheet.select("style").stream().map(Element::data).toList().toString())
        .contains("--accent");
  }

  private static String methodOf(String study) {
    return Researcher.rows("studies.csv").stream()
        .filter(row -> row.get("study").equals(study))
        .findFirst()
        .orElseThrow()
        .get("method");
  }

  @Test
  void takesAPlannedLookWhenItIsDue() throws Exception {
    Path page = folder.resolve("look.html");
    assertThat(run(owner, "interim", GLANCED, "--out", page.toString()).code()).isEqualTo(1);
    assertThat(page).doesNotExist();
    for (int person = 0; person < 10; person++) {
      Visitor visitor = Visitor.enrolledIn(GLANCED).throughPractice();
      for (int trial = 0; !visitor.page().select("fieldset").isEmpty(); trial++) {
        clock.pass(Duration.ofSeconds(3));
        visitor.answer((trial + person) % 3 == 0, (trial + person) % 10, trial % 10);
      }
    }
    said("interim", GLANCED, "--out", page.toString());
    assertThat(Jsoup.parse(Files.readString(page)).select("h1").text())
        .isEqualTo("Planned look 1 of 2");
    assertThat(Researcher.rows(GLANCED, "decisions.csv"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("decision", "looked"));
  }
}
