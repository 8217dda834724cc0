package org.xaistudy.server.researcher;

import org.xaistudy.server.bundle.OpenStudy;

/** Links to hand out. */
final class Links {
  private Links() {}

  /**
   * For participants.
   *
   * @param base address of the server without a trailing slash
   */
  static String participant(OpenStudy study, String base) {
    return base + "/s/" + study.id();
  }

  /** For a look at one method that never counts. */
  static String preview(OpenStudy study, String method, String base) {
    return participant(study, base) + "?method=" + method + "&preview=" + study.previewKey();
  }
}
