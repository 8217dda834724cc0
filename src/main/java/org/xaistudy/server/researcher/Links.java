package org.xaistudy.server.researcher;

import jakarta.enterprise.context.ApplicationScoped;
import org.xaistudy.server.bundle.OpenStudy;

/** Links to hand out. */
@ApplicationScoped
class Links {
  private final String base;

  Links(ResearcherConfig config) {
    this.base = config.url().toString().replaceAll("/$", "");
  }

  /** For participants. */
  String participant(OpenStudy study) {
    return base + "/s/" + study.id();
  }

  /** For a look at one method that never counts. */
  String preview(OpenStudy study, String method) {
    return participant(study) + "?method=" + method + "&preview=" + study.previewKey();
  }

  /** For the researcher. */
  String researcher() {
    return base + "/researcher";
  }
}
