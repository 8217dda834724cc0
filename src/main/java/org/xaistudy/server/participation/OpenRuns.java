package org.xaistudy.server.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.enrolment.Run;
import org.xaistudy.server.enrolment.Runs;
import org.xaistudy.server.page.Notice;
import org.xaistudy.studies.Text;

/** Finds runs together with their studies. */
@ApplicationScoped
class OpenRuns {
  private final Studies studies;
  private final Runs runs;

  OpenRuns(Studies studies, Runs runs) {
    this.studies = studies;
    this.runs = runs;
  }

  /**
   * The run that a link names.
   *
   * @throws NotFoundException if there is none
   * @throws WebApplicationException with a page that says so, if the study's files were edited
   *     since
   */
  @Transactional
  OpenRun find(String token) {
    Run run = runs.find(token).orElseThrow(NotFoundException::new);
    return new OpenRun(run, study(run));
  }

  /**
   * The study of a run.
   *
   * @throws WebApplicationException as above
   */
  OpenStudy study(Run run) {
    return studies
        .ofVersion(run.version())
        .orElseThrow(
            () -> new WebApplicationException(Notice.CHANGED.show(Text.of(""), run.language())));
  }
}
