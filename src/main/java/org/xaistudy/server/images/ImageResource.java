package org.xaistudy.server.images;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.images.ShownImages.Shown;
import org.xaistudy.studies.manifest.Manifest;
import org.xaistudy.studies.manifest.Manifest.Stimulus;

/**
 * Sends pictures. All responses carry the same headers: none tells when or from which file a
 * picture was made, and the tag follows from the picture's bytes alone. What a link shows never
 * changes.
 */
@Path("/i/{token}")
class ImageResource {
  private final Studies studies;
  private final ShownImages images;

  ImageResource(Studies studies, ShownImages images) {
    this.studies = studies;
    this.images = images;
  }

  /**
   * A picture of the trial at a position: those up to the next one, so that it can be preloaded.
   */
  @GET
  @Path("/{position:[1-9]\\d{0,3}}/{picture:\\d{1,3}}{colours:(" + Exhibit.ALTERNATIVE + ")?}")
  public Response ofTrial(
      @PathParam("token") String token,
      @PathParam("position") int position,
      @PathParam("picture") int picture,
      @PathParam("colours") String colours,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
      @HeaderParam("Range") String range)
      throws IOException {
    Shown shown = images.at(token, position).orElseThrow(NotFoundException::new);
    OpenStudy study = study(shown);
    Stimulus stimulus = study.stimulus(shown.stimulus().orElseThrow(NotFoundException::new));
    Scene scene =
        Scene.of(study.study(), stimulus, shown.method(), shown.kind(), shown.rightAnswer());
    return send(study, file(scene, picture, colours), known, range);
  }

  /** A picture of an example in the instructions. */
  @GET
  @Path("/example/{example:\\d{1,2}}/{picture:\\d{1,3}}{colours:(" + Exhibit.ALTERNATIVE + ")?}")
  public Response ofExample(
      @PathParam("token") String token,
      @PathParam("example") int number,
      @PathParam("picture") int picture,
      @PathParam("colours") String colours,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
      @HeaderParam("Range") String range)
      throws IOException {
    Shown shown = images.at(token, 0).orElseThrow(NotFoundException::new);
    OpenStudy study = study(shown);
    List<Stimulus> examples = study.examples();
    List<String> methods = study.study().arm(shown.arm()).methods();
    int example = Examples.example(number);
    if (example >= examples.size() || Examples.part(number) >= methods.size()) {
      throw new NotFoundException();
    }
    Scene scene = Scene.ofExample(study, examples.get(example), methods.get(Examples.part(number)));
    return send(study, file(scene, picture, colours), known, range);
  }

  private OpenStudy study(Shown shown) {
    return studies.ofVersion(shown.version()).orElseThrow(NotFoundException::new);
  }

  private static String file(Scene scene, int picture, String colours) {
    List<Manifest.Picture> pictures = scene.pictures();
    if (picture >= pictures.size()) {
      throw new NotFoundException();
    }
    Manifest.Picture wanted = pictures.get(picture);
    return colours.isEmpty() ? wanted.usual() : wanted.alternative();
  }

  private static Response send(OpenStudy study, String file, String known, String range)
      throws IOException {
    Immutable image = new Immutable("image/png", study.bundle().manifest().file(file).sha256());
    return image.isKnown(known)
        ? image.notModified()
        : image.send(Files.readAllBytes(study.bundle().image(file)), range);
  }
}
