package org.xaistudy.server.researcher;

import jakarta.enterprise.context.ApplicationScoped;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.recruitment.PersonalLinks;

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

  /** For one person, by their number. */
  String personal(OpenStudy study, int number) {
    return participant(study)
        + "?"
        + PersonalLinks.PARAMETER
        + "="
        + study.personalLinks().invitation(number);
  }

  /** For a look at one arm that never counts. */
  String preview(OpenStudy study, String arm) {
    return participant(study) + "?method=" + arm + "&preview=" + study.previewKey();
  }

  /** For the researcher. */
  String researcher() {
    return base + "/researcher";
  }
}
