package org.xaistudy.server.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A recruitment platform on another origin that shows a task in a sandboxed frame. */
record Platform(HttpServer http) implements AutoCloseable {
  static Platform framing(String task) throws IOException {
    byte[] page =
        ("<!doctype html><title>Platform</title><iframe width=1200 height=800"
                + " sandbox='allow-forms allow-scripts' src='"
                + task
                + "'></iframe>")
            .getBytes(StandardCharsets.UTF_8);
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
