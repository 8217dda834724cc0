package org.xaistudy.server.recruitment;

import java.util.Set;

/** Where a browser may submit an MTurk assignment: nowhere else, whatever a link says. */
final class ExternalSubmit {
  private static final Set<String> ALLOWED =
      Set.of("https://www.mturk.com", "https://workersandbox.mturk.com");
  private static final String PATH = "/mturk/externalSubmit";

  private ExternalSubmit() {}

  static boolean isAllowed(String submitTo) {
    return ALLOWED.contains(withoutSlash(submitTo));
  }

  static String address(String submitTo) {
    return withoutSlash(submitTo) + PATH;
  }

  private static String withoutSlash(String submitTo) {
    return submitTo.endsWith("/") ? submitTo.substring(0, submitTo.length() - 1) : submitTo;
  }
}
