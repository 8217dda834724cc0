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
import java.util.ArrayList;
import java.util.List;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.run.Participation;
import org.xaistudy.server.run.Preparation;
import org.xaistudy.studies.Comprehension;

/** The questions about the instructions. */
@Path("/r/{token}/comprehension")
class ComprehensionPages {
  private static final int NOTHING = -1;
  private final Participation participation;
  private final Preparation preparation;

  ComprehensionPages(Participation participation, Preparation preparation) {
    this.participation = participation;
    this.preparation = preparation;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance comprehension(
        Frame frame, List<ChoiceView> questions, int triesLeft, boolean incomplete, String run);
  }

  Response show(OpenRun run) {
    int questions = run.study().comprehension().orElseThrow().questions().size();
    return show(run, java.util.Collections.nCopies(questions, NOTHING), false);
  }

  /** A try; a form that is not complete is none. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(@PathParam("token") String token, MultivaluedMap<String, String> form) {
    OpenRun run = new OpenRun(participation.of(token));
    List<Integer> chosen = chosen(run, form);
    if (chosen.contains(NOTHING) && !run.run().isComprehended()) {
      return show(run, chosen, true);
    }
    preparation.comprehended(token, chosen);
    return Html.seeOther(run.path());
  }

  @GET
  public Response elsewhere(@PathParam("token") String token) {
    return Html.seeOther(new OpenRun(participation.of(token)).path());
  }

  private static Response show(OpenRun run, List<Integer> chosen, boolean incomplete) {
    Comprehension check = run.study().comprehension().orElseThrow();
    List<ChoiceView> views = new ArrayList<>();
    for (int i = 0; i < check.questions().size(); i++) {
      Comprehension.Question question = check.questions().get(i);
      views.add(ChoiceView.of("c" + i, question, run.language(), chosen.get(i)));
    }
    return Html.page(
        incomplete ? Html.UNPROCESSABLE : Html.OK,
        Templates.comprehension(
            run.frame(0),
            views,
            check.tries() - run.run().comprehensionTries(),
            incomplete,
            run.path()),
        run.locale());
  }

  private static List<Integer> chosen(OpenRun run, MultivaluedMap<String, String> form) {
    List<Integer> chosen = new ArrayList<>();
    List<Comprehension.Question> questions =
        run.study().comprehension().map(Comprehension::questions).orElse(List.of());
    for (int i = 0; i < questions.size(); i++) {
      String value = form.getFirst("c" + i);
      boolean known = value != null && value.matches("[0-9]");
      int index = known ? Integer.parseInt(value) : NOTHING;
      chosen.add(index < questions.get(i).answers().size() ? index : NOTHING);
    }
    return chosen;
  }
}
