package org.xaistudy.server.environment;

import io.vertx.core.http.HttpServerRequest;

/** What a request tells of the device that it comes from. */
public final class Device {
  private static final String[] TELLING = {"User-Agent", "Accept-Language"};

  private Device() {}

  /**
   * The client's address, its browser and the languages that it asks for: the same for whoever
   * comes again, and often for people who share a room of equal machines. It is never stored as it
   * is.
   */
  public static String of(HttpServerRequest request) {
    StringBuilder told = new StringBuilder(Client.of(request));
    for (String header : TELLING) {
      told.append('\n').append(request.getHeader(header));
    }
    return told.toString();
  }
}
