package org.xaistudy.server.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and programs are told by a server that is being stopped. */
class StoppingTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final CompletableFuture<RoutingContext> slow = new CompletableFuture<>();
  private final Stopping stopping = new Stopping(() -> Duration.ofSeconds(30));
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    Filters filters = new Filters();
    stopping.register(filters);
    Router router = Router.router(vertx);
    filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
    router.get("/api/slow").handler(slow::complete);
    router.get("/api/quick").handler(context -> context.end("done"));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.actualPort() + "/api/" + path))
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path), BodyHandlers.ofString());
  }

  @Test
  void whatIsUnderWayIsAnsweredAndWhoeverComesLaterIsToldWhereToGo() throws Exception {
    assertThat(get("quick").headers().firstValue("Connection")).isEmpty();
    CompletableFuture<HttpResponse<String>> underWay =
        client.sendAsync(request("slow"), BodyHandlers.ofString());
    RoutingContext waiting = slow.get(30, TimeUnit.SECONDS);

    stopping.leave(new ShutdownDelayInitiatedEvent());
    HttpResponse<String> leaving = get("quick");
    assertThat(leaving.statusCode()).as("answered as usual at first").isEqualTo(200);
    assertThat(leaving.headers().firstValue("Connection")).hasValue("close");

    Future<?> closed = CompletableFuture.runAsync(this::close);
    HttpResponse<String> refused = get("quick");
    while (refused.statusCode() == 200) {
      refused = get("quick"); // the other thread has not begun yet
    }
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(refused.headers().firstValue("Connection")).hasValue("close");
    assertThat(refused.body())
        .contains("this server is being stopped; what was acknowledged is stored");
    assertThat(closed.isDone()).as("somebody still waits for an answer").isFalse();

    vertx.runOnContext(ignored -> waiting.end("late, but there"));
    assertThat(underWay.get(30, TimeUnit.SECONDS).body()).isEqualTo("late, but there");
    closed.get(30, TimeUnit.SECONDS);
  }

  private void close() {
    try {
      stopping.close(new ShutdownEvent());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
