package org.xaistudy.server.environment;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** What a browser says that its person understands. */
public final class Languages {
  private Languages() {}

  /** The languages, the best understood first; none if the header is malformed. */
  public static List<Locale> of(HttpHeaders headers) {
    String header = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    try {
      return header == null
          ? List.of()
          : LanguageRange.parse(header).stream()
              .filter(range -> range.getWeight() > 0)
              .map(range -> Locale.forLanguageTag(range.getRange()))
              .toList();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
