package org.xaistudy.server.participation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.page.Notice;
import org.xaistudy.server.recruitment.Return;
import org.xaistudy.server.run.Participation;
import org.xaistudy.server.run.Run;
import org.xaistudy.studies.Recruitment.Outcome;
import org.xaistudy.studies.Study;
import org.xaistudy.studies.Text;

/** The way out, open at any time, even when the study's files were edited meanwhile. */
@Path("/r/{token}/withdraw")
class WithdrawPages {
  private final Studies studies;
  private final Participation participation;

  WithdrawPages(Studies studies, Participation participation) {
    this.studies = studies;
    this.participation = participation;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance withdraw(Frame frame, String run);
  }

  @GET
  public Response ask(@PathParam("token") String token) {
    Run run = run(token);
    Frame frame = Frame.of(run.language(), title(run).in(run.language().getLanguage()));
    return Html.page(Templates.withdraw(frame, OpenRun.path(run)), run.language());
  }

  /** Deletes at once. */
  @POST
  public Response delete(@PathParam("token") String token) {
    Run run = run(token);
    participation.withdraw(token);
    Return back =
        study(run)
            .map(s -> Return.of(s, run.referral(), Outcome.WITHDRAWN, Optional.empty()))
            .orElse(Return.NOWHERE);
    return Notice.WITHDRAWN.show(title(run), run.language(), back);
  }

  private Text title(Run run) {
    return study(run).map(Study::title).orElse(Text.of(""));
  }

  private Optional<Study> study(Run run) {
    return studies.ofVersion(run.version()).map(open -> open.study());
  }

  private Run run(String token) {
    return participation.find(token);
  }
}
