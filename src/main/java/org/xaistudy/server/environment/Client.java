package org.xaistudy.server.environment;

import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who counts as one client. */
public final class Client {
  private static final Pattern NETWORK = Pattern.compile("((?:[0-9a-fA-F]+:){4}).*");

  private Client() {}

  /**
   * The address; of an IPv6 address the first half, because one household or machine has all
   * addresses that share it.
   */
  public static String of(HttpServerRequest request) {
    return of(request.remoteAddress().hostAddress());
  }

  static String of(String address) {
    Matcher network = NETWORK.matcher(address);
    return network.matches() ? network.group(1) : address;
  }
}
