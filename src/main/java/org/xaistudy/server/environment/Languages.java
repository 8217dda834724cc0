package org.xaistudy.server.environment;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** What a browser says that its person understands. */
public final class Languages {
  private Languages() {}

  /** The languages, the best understood first; none if the header is malformed. */
  public static List<Locale> of(HttpHeaders headers) {
    return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** The languages of a header {@code Accept-Language}, which may be missing or malformed. */
  public static List<Locale> of(@Nullable String header) {
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
