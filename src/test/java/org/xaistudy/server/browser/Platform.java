package org.xaistudy.server.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A site on another origin. */
record Platform(HttpServer http) implements AutoCloseable {
  /** A recruitment platform that shows a task in a sandboxed frame. */
  static Platform framing(String task) throws IOException {
    return showing(
        "<iframe width=1200 height=800 sandbox='allow-forms allow-scripts' src='"
            + task
            + "'></iframe>");
  }

  /** A page with a button that sends a form to somebody else's server. */
  static Platform posting(String target, String field, String value) throws IOException {
    return showing(
        "<form method=post action='%s'><input name=%s value='%s'><button>Win</button></form>"
            .formatted(target, field, value));
  }

  private static Platform showing(String body) throws IOException {
    byte[] page =
        ("<!doctype html><title>Platform</title>" + body).getBytes(StandardCharsets.UTF_8);
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=UTF-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    http.start();
    return new Platform(http);
  }

  /** By number, so that for a browser it is another site than {@code localhost}. */
  String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/task";
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
