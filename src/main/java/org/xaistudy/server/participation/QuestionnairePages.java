package org.xaistudy.server.participation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.run.Participation;
import org.xaistudy.server.run.Stage;
import org.xaistudy.server.run.TrialCounts;
import org.xaistudy.studies.Questionnaire;
import org.xaistudy.studies.Questionnaire.When;

/**
 * What is asked before the first trial, and after the last. By then the answers are counted;
 * nothing can be lost here.
 */
@Path("/r/{token}/questionnaire")
class QuestionnairePages {
  /** What the fields' names begin with. */
  static final String FIELD = "q.";

  private final Participation participation;

  QuestionnairePages(Participation participation) {
    this.participation = participation;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance questionnaire(
        Frame frame,
        boolean before,
        int count,
        List<QuestionView> questions,
        boolean wanting,
        String action);
  }

  Response show(OpenRun run, When when) {
    return show(run, when, Map.of(), List.of());
  }

  /** The replies; what does not do is asked again, and the rest is kept on the page. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reply(@PathParam("token") String token, MultivaluedMap<String, String> form) {
    OpenRun run = new OpenRun(participation.of(token));
    Map<String, String> said = new HashMap<>();
    for (Questionnaire item : run.study().questionnaire()) {
      said.put(item.id(), java.util.Objects.toString(form.getFirst(FIELD + item.id()), ""));
    }
    List<String> wanting = participation.reply(token, said);
    return run.course().stage() instanceof Stage.Questions asked && !wanting.isEmpty()
        ? show(run, asked.when(), said, wanting)
        : Html.seeOther(run.path());
  }

  @GET
  public Response elsewhere(@PathParam("token") String token) {
    return Html.seeOther(new OpenRun(participation.of(token)).path());
  }

  private static Response show(
      OpenRun run, When when, Map<String, String> said, List<String> wanting) {
    List<QuestionView> questions =
        run.study().questionnaire(when).stream()
            .map(item -> QuestionView.of(item, run, said, wanting))
            .toList();
    TrialCounts counts = run.course().counts();
    return Html.page(
        wanting.isEmpty() ? Html.OK : Html.UNPROCESSABLE,
        Templates.questionnaire(
            run.frame(run.course().trials().answered()),
            when == When.BEFORE,
            counts.trials(),
            questions,
            !wanting.isEmpty(),
            run.path() + "/questionnaire"),
        run.locale());
  }
}
