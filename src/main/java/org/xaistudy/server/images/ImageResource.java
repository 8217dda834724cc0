package org.xaistudy.server.images;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.run.Colours;
import org.xaistudy.server.run.Run;
import org.xaistudy.server.run.Runs;
import org.xaistudy.server.trial.Trial;
import org.xaistudy.server.trial.TrialSequence;
import org.xaistudy.server.trial.Trials;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Stimulus;

/**
 * Sends pictures. All responses carry the same headers: none tells when or from which file a
 * picture was made.
 */
@Path("/i/{token}")
@Transactional
class ImageResource {
  private final Studies studies;
  private final Runs runs;
  private final Trials trials;

  ImageResource(Studies studies, Runs runs, Trials trials) {
    this.studies = studies;
    this.runs = runs;
    this.trials = trials;
  }

  /**
   * A picture of the trial at a position: those up to the next one, so that it can be preloaded.
   */
  @GET
  @Path("/{position:\\d{1,4}}/{picture:\\d{1,3}}{colours:(" + Exhibit.ALTERNATIVE + ")?}")
  public Response ofTrial(
      @PathParam("token") String token,
      @PathParam("position") int position,
      @PathParam("picture") int picture,
      @PathParam("colours") String colours)
      throws IOException {
    Run run = run(token);
    TrialSequence sequence = trials.of(run.id());
    int reach = sequence.next().map(trial -> trial.position() + 1).orElse(Integer.MAX_VALUE);
    Trial trial =
        sequence
            .at(position)
            .filter(found -> found.position() <= reach)
            .orElseThrow(NotFoundException::new);
    OpenStudy study = study(run);
    String stimulus = trial.stimulus().orElseThrow(NotFoundException::new);
    return send(study, study.stimulus(stimulus), run.method(), colours(colours), picture);
  }

  /** A picture of an example in the instructions. */
  @GET
  @Path("/example/{example:[01]}/{picture:\\d{1,3}}{colours:(" + Exhibit.ALTERNATIVE + ")?}")
  public Response ofExample(
      @PathParam("token") String token,
      @PathParam("example") int example,
      @PathParam("picture") int picture,
      @PathParam("colours") String colours)
      throws IOException {
    Run run = run(token);
    OpenStudy study = study(run);
    return send(study, study.examples().get(example), run.method(), colours(colours), picture);
  }

  private Run run(String token) {
    return runs.find(token).orElseThrow(NotFoundException::new);
  }

  private OpenStudy study(Run run) {
    return studies.ofVersion(run.version()).orElseThrow(NotFoundException::new);
  }

  private static Colours colours(String suffix) {
    return suffix.isEmpty() ? Colours.RED_BLUE : Colours.ORANGE_PURPLE;
  }

  private static Response send(
      OpenStudy study, Stimulus stimulus, String method, Colours colours, int picture)
      throws IOException {
    List<Manifest.Picture> pictures = Exhibit.pictures(stimulus, method);
    if (picture >= pictures.size()) {
      throw new NotFoundException();
    }
    Manifest.Picture wanted = pictures.get(picture);
    String file = colours.isAlternative() ? wanted.alternative() : wanted.usual();
    byte[] bytes = Files.readAllBytes(study.bundle().image(file));
    return Response.ok(bytes)
        .type("image/png")
        .header("Cache-Control", "private, max-age=3600")
        .build();
  }
}
