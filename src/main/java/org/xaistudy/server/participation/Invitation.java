package org.xaistudy.server.participation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xaistudy.server.bundle.OpenStudy;

/**
 * What a link to a study carries besides the study.
 *
 * @param language wanted; null for the browser's
 * @param preview key that shows that a researcher looks; null for participants
 * @param method wanted in a preview; null for participants
 */
record Invitation(String language, String preview, String method) {
  /** The method to preview; empty for participants and for who has no right to preview. */
  Optional<String> previewOf(OpenStudy study) {
    boolean known = study.study().methods().stream().anyMatch(m -> m.id().equals(method));
    return known && study.previewKey().equals(preview) ? Optional.of(method) : Optional.empty();
  }

  /** The same invitation in another language. */
  Invitation in(String other) {
    return new Invitation(other, preview, method);
  }

  /** As the query of a link; empty if there is nothing to carry. */
  String query() {
    List<String> parts = new ArrayList<>();
    add(parts, "lang", language);
    add(parts, "preview", preview);
    add(parts, "method", method);
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private static void add(List<String> parts, String name, String value) {
    if (value != null) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
