package org.xaistudy.server.testing;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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

  /** The rows of {@code responses.csv}, with the truth. */
  public static List<Map<String, String>> responses(String study, boolean previews) {
    unblind(study);
    return rows(study, "responses.csv?previews=" + previews);
  }

  /** The rows of a file of a study. */
  public static List<Map<String, String>> rows(String study, String file) {
    return rows(study + "/" + file);
  }

  /** The rows of a file below the researcher's page. */
  public static List<Map<String, String>> rows(String file) {
    String csv =
        request()
            .get("/researcher/" + file)
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

  /** Sends a form of a page, as the page itself would. */
  public static ValidatableResponse post(String path, Map<String, String> fields) {
    return request()
        .header("Sec-Fetch-Site", "same-origin")
        .redirects()
        .follow(false)
        .formParams(fields)
        .post(path)
        .then();
  }

  /** Lets the truth of a study be told, if it is not told already. */
  public static void unblind(String study) {
    post("/researcher/" + study + "/unblinding", Map.of("reason", "tests"));
  }

  /** The texts in a study's archive, by name. */
  public static Map<String, String> archive(String study) {
    byte[] bytes = request().get("/researcher/" + study + "/archive.zip").asByteArray();
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
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
