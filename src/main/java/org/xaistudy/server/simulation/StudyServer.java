package org.xaistudy.server.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The API of a server, as a program calls it. Who is asked to wait waits, and asks again. */
final class StudyServer {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_TRIES = 60;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  StudyServer(URI base) {
    this.base = base;
  }

  /** What the server does not do, in its own words. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return json(request(path).GET());
  }

  JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
    return json(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  byte[] bytes(String path) throws IOException, InterruptedException {
    return insist(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
    try {
      return JSON.readTree(insist(request));
    } catch (JsonProcessingException e) {
      throw new RefusedException("no JSON from " + base + ": " + e.getOriginalMessage());
    }
  }

  private byte[] insist(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpRequest built = request.build();
    for (int tried = 1; ; tried++) {
      HttpResponse<byte[]> response = client.send(built, BodyHandlers.ofByteArray());
      int status = response.statusCode();
      if (status < 300) {
        return response.body();
      }
      boolean later = status == 429 || status == 503;
      if (!later || tried == MOST_TRIES) {
        throw new RefusedException(
            "%s %s: %d %s"
                .formatted(
                    built.method(),
                    built.uri(),
                    status,
                    new String(response.body(), StandardCharsets.UTF_8)));
      }
      long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
      Thread.sleep(Duration.ofSeconds(seconds).toMillis());
    }
  }
}
