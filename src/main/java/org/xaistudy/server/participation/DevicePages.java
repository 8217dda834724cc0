package org.xaistudy.server.participation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.run.Participation;
import org.xaistudy.server.run.Preparation;
import org.xaistudy.server.run.Stage;
import org.xaistudy.studies.Study;

/**
 * Whether the window is large enough. The page tells it by a style sheet of its own, and so without
 * a script; with one it sends the size too.
 */
@Path("/r/{token}/device")
class DevicePages {
  private final Participation participation;
  private final Preparation preparation;

  DevicePages(Participation participation, Preparation preparation) {
    this.participation = participation;
    this.preparation = preparation;
  }

  @CheckedTemplate
  static class Templates {
    private Templates() {}

    static native TemplateInstance device(
        Frame frame, Study.Device least, boolean tooSmall, String action);
  }

  Response show(OpenRun run) {
    return show(run, false);
  }

  /** The size, or that it cannot be had. */
  @POST
  public Response check(
      @PathParam("token") String token,
      @FormParam("fits") String fits,
      @FormParam("width") String width,
      @FormParam("height") String height) {
    OpenRun run =
        new OpenRun(
            "no".equals(fits)
                ? preparation.incompatible(token)
                : preparation.device(token, pixels(width), pixels(height)));
    return run.course().stage() instanceof Stage.Device
        ? show(run, true)
        : Html.seeOther(run.path());
  }

  @GET
  public Response elsewhere(@PathParam("token") String token) {
    return Html.seeOther(new OpenRun(participation.of(token)).path());
  }

  /** Shows what fits to windows that fit, and the rest to others. */
  @GET
  @Path("/fit.css")
  @Produces("text/css")
  public Response style(@PathParam("token") String token) {
    Study.Device least = participation.of(token).study().device().orElse(new Study.Device(0, 0));
    String css =
        """
        .unfit { display: none; }
        @media not all and (min-width: %dpx) and (min-height: %dpx) {
          .fit { display: none; }
          .unfit { display: block; }
        }
        """
            .formatted(least.minWidth(), least.minHeight());
    return Response.ok(css).header("Cache-Control", "no-store").build();
  }

  private static Response show(OpenRun run, boolean tooSmall) {
    Study.Device least = run.study().device().orElseThrow();
    return Html.page(
        tooSmall ? Html.UNPROCESSABLE : Html.OK,
        Templates.device(run.frame(0), least, tooSmall, run.path() + "/device"),
        run.locale());
  }

  private static OptionalInt pixels(String text) {
    return text != null && text.matches("[0-9]{1,6}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
