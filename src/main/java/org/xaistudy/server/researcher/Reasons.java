package org.xaistudy.server.researcher;

import org.jspecify.annotations.Nullable;
import org.xaistudy.server.decision.Decisions;

/** What a researcher wrote in a form. */
final class Reasons {
  private Reasons() {}

  /** Without what surrounds it and what no database stores; empty if there was nothing. */
  static String of(@Nullable String written) {
    String stripped = written == null ? "" : written.replace("\0", "").strip();
    return stripped.substring(0, Math.min(stripped.length(), Decisions.LONGEST_REASON));
  }
}
