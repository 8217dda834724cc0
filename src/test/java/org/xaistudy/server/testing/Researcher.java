package org.xaistudy.server.testing;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;

/** The researcher's browser. */
public final class Researcher {
  private Researcher() {}

  /** A request with the password. */
  public static RequestSpecification request() {
    return given().auth().preemptive().basic("researcher", "a password for tests");
  }

  /** The rows of {@code responses.csv}. */
  public static List<Map<String, String>> responses(String study, boolean previews) {
    return rows(study, "responses.csv?previews=" + previews);
  }

  /** The rows of a file of a study. */
  public static List<Map<String, String>> rows(String study, String file) {
    String csv =
        request()
            .get("/researcher/" + study + "/" + file)
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .extract()
            .asString();
    try (var parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(csv))) {
      return parser.stream().map(CSVRecord::toMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The preview link of a method. */
  public static String preview(String study, String method) {
    String page = request().get("/researcher").asString();
    String link =
        Jsoup.parse(page).select("a[href*=/s/" + study + "?method=" + method + "&]").attr("href");
    return link.substring(link.indexOf("/s/"));
  }

  /** Cells of a study's table of arms, by method. */
  public static List<String> arms(String study) {
    return arms(study, RestAssured.port);
  }

  /** The same as the server on a port tells it. */
  public static List<String> arms(String study, int port) {
    return Jsoup.parse(request().port(port).get("/researcher").asString())
        .select("section.study:has(small:contains(" + study + ")) tbody tr")
        .eachText();
  }
}
