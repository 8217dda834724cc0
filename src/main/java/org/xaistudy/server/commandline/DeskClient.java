package org.xaistudy.server.commandline;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The researcher's pages, as a program asks for them: with a token, and the same rules. */
final class DeskClient {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern WHY = Pattern.compile("<p class=\"lead\">(.*?)</p>", Pattern.DOTALL);
  private static final Pattern SECRET =
      Pattern.compile("<strong class=\"secret\">(.*?)</strong>", Pattern.DOTALL);
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final String token;

  DeskClient(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** What the server did not do, in its own words. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /** Sends a form; gives what is shown once, if anything is. */
  String send(String path, Map<String, String> fields) throws IOException, InterruptedException {
    return found(SECRET, post(path, fields).body());
  }

  /** Sends a form that is answered by a text. */
  String textFor(String path, Map<String, String> fields) throws IOException, InterruptedException {
    return post(path, fields).body();
  }

  /** Sends a form that is answered by a page which shows another one; gives that one's address. */
  URI shownFor(String path, Map<String, String> fields) throws IOException, InterruptedException {
    return base.resolve(
        post(path, fields)
            .headers()
            .firstValue("Content-Location")
            .orElseThrow(() -> new RefusedException("the server shows nothing for " + path)));
  }

  private HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpResponse<String> response =
        client.send(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    check(response.statusCode(), response.body());
    return response;
  }

  /** What lies at a path, with its type. */
  Fetched fetch(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    check(response.statusCode(), "");
    return new Fetched(response.body(), response.headers().firstValue("Content-Type").orElse(""));
  }

  /**
   * What lies at a path.
   *
   * @param bytes all of it
   * @param type its media type; empty if none is said
   */
  record Fetched(byte[] bytes, String type) {}

  /** A page or a text. */
  String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request(path).GET().build(), BodyHandlers.ofString());
    check(response.statusCode(), response.body());
    return response.body();
  }

  /** Keeps a file; nothing half-fetched is left. */
  void keep(String path, Path file) throws IOException, InterruptedException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      HttpResponse<Path> response =
          client.send(request(path).GET().build(), BodyHandlers.ofFile(part));
      if (response.statusCode() != 200) {
        check(response.statusCode(), Files.readString(part));
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private static void check(int status, String body) throws RefusedException {
    if (status == 401) {
      throw new RefusedException("the token is not known, or no longer");
    }
    if (status == 403) {
      throw new RefusedException("the token's role does not include that");
    }
    if (status >= 400) {
      String why = found(WHY, body);
      throw new RefusedException(why.isEmpty() ? "the server says " + status : why);
    }
  }

  private static String found(Pattern pattern, String html) {
    Matcher matcher = pattern.matcher(html);
    return matcher.find()
        ? matcher
            .group(1)
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&")
            .strip()
        : "";
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
