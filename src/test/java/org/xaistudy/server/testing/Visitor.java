package org.xaistudy.server.testing;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A browser without JavaScript and without cookies. It holds the page that it sees. Where there are
 * several servers, its requests go to them by turns.
 */
public final class Visitor {
  private static final int MOST = 100;
  private int[] ports;
  private int requests;
  private int answers;
  private String userAgent = "a browser";
  private String path;
  private Response response;
  private Document page;

  private Visitor(int... ports) {
    this.ports = ports;
  }

  /** A browser that has opened nothing yet, of servers on these ports of this machine. */
  public static Visitor ofServers(int... ports) {
    return new Visitor(ports);
  }

  /** A browser of another make that has opened nothing yet. */
  public static Visitor with(String userAgent) {
    Visitor visitor = new Visitor(RestAssured.port);
    visitor.userAgent = userAgent;
    return visitor;
  }

  /** From now on its requests go to this server only. */
  public Visitor ofServer(int port) {
    ports = new int[] {port};
    return this;
  }

  /** Someone who opens a path. */
  public static Visitor at(String path) {
    return new Visitor(RestAssured.port).open(path);
  }

  /** Someone who has read the welcome page and agreed. */
  public static Visitor enrolledIn(String study) {
    return new Visitor(RestAssured.port).enrolIn(study);
  }

  /** Reads the welcome page and agrees. */
  public Visitor enrolIn(String study) {
    return open("/s/" + study).follow("a.button").send(Map.of("agree", "yes"));
  }

  /** Someone who comes by a link with parameters, has read the welcome page and agreed. */
  public static Visitor sentTo(String study, String query) {
    return new Visitor(RestAssured.port).arriveAt(study, query);
  }

  /** Comes by a link with parameters, reads the welcome page and agrees. */
  public Visitor arriveAt(String study, String query) {
    return enrolIn(study + "?" + query);
  }

  /** Someone who looks at a study for a researcher. */
  public static Visitor previewing(String link) {
    return at(link).follow("a.button").send(Map.of("agree", "yes"));
  }

  /** Opens a path and follows redirects. */
  public Visitor open(String target) {
    path = target;
    return see(browser().get(target));
  }

  /** Follows a link of the page. */
  public Visitor follow(String selector) {
    return open(element(selector).attr("href"));
  }

  /** Sends the page's form with its hidden fields and these. */
  public Visitor send(Map<String, String> fields) {
    Element form = element("form:not([action$=/colours])");
    return post(form.attr("action"), hidden(form), fields);
  }

  /** Sends these fields to a path, whatever the page shows. */
  public Visitor post(String target, Map<String, String> fields) {
    return post(target, Map.of(), fields);
  }

  /** Answers the trial that the page shows. */
  public Visitor answer(boolean used, int confidence, int clarity) {
    if (++answers > MOST) {
      throw new AssertionError(MOST + " answers, and still on " + path + ": " + heading());
    }
    return choose(used ? first() : last(), confidence, clarity);
  }

  /** Chooses an option of the trial that the page shows; says nothing that is not asked. */
  public Visitor choose(String option, int confidence, int clarity) {
    Map<String, String> fields = new HashMap<>();
    fields.put("answer", option);
    fields.put("confidence", String.valueOf(confidence));
    fields.put("clarity", String.valueOf(clarity));
    fields.keySet().removeIf(name -> page.select("input[name=" + name + "]").isEmpty());
    return send(fields);
  }

  /** What can be answered on the page, as it is sent. */
  public List<String> options() {
    return page.select("input[name=answer]").eachAttr("value");
  }

  private String first() {
    return element("input[name=answer]").val();
  }

  private String last() {
    return element("label:last-child > input[name=answer]").val();
  }

  /** Reads the instructions and practises, up to the first trial that counts. */
  public Visitor throughPractice() {
    return send(Map.of()).throughPracticeTrials();
  }

  /** Practises, up to the first trial that counts. */
  public Visitor throughPracticeTrials() {
    while (!page.select("fieldset").isEmpty() && heading().startsWith("Practice")) {
      answer(true, 5, 5).follow("a.button");
    }
    return this;
  }

  /** Answers every trial, and so comes to the end. */
  public Visitor throughTrials() {
    while (!page.select("fieldset").isEmpty()) {
      answer(true, 9, 0);
    }
    return this;
  }

  /** The page. */
  public Document page() {
    return page;
  }

  /** The response that brought the page. */
  public Response response() {
    return response;
  }

  /** The page's main heading. */
  public String heading() {
    return page.select("h1").text();
  }

  /** Where the page is. */
  public String path() {
    return path;
  }

  /** Where the run is continued. */
  public String run() {
    return path.replaceFirst("(/r/[^/?]+).*", "$1");
  }

  /** The completion code that the page shows. */
  public List<String> codes() {
    return page.select(".code strong").eachText();
  }

  private Element element(String selector) {
    Element found = page.selectFirst(selector);
    if (found == null) {
      throw new AssertionError("no " + selector + " on " + path + ":\n" + page.body().text());
    }
    return found;
  }

  private static Map<String, String> hidden(Element form) {
    Map<String, String> fields = new HashMap<>();
    form.select("input[type=hidden]")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    return fields;
  }

  private Visitor post(String target, Map<String, String> hidden, Map<String, String> fields) {
    path = target;
    return see(browser().formParams(hidden).formParams(fields).post(target));
  }

  private Visitor see(Response received) {
    if (received.statusCode() == 303) {
      return open(received.header("Location"));
    }
    response = received;
    page = Jsoup.parse(received.asString());
    return this;
  }

  private RequestSpecification browser() {
    return given()
        .port(ports[requests++ % ports.length])
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .header("User-Agent", userAgent)
        .header("Accept-Language", "en");
  }
}
