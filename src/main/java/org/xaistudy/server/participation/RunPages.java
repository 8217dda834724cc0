package org.xaistudy.server.participation;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.run.Colours;
import org.xaistudy.server.run.Participation;

/**
 * The address of a run, which always shows the next stage: reload, back, a second tab and a page
 * that is not next all end here. What is sent goes to the classes of the single stages.
 */
@Path("/r/{token}")
class RunPages {
  private final Participation participation;
  private final StagePages pages;

  RunPages(Participation participation, StagePages pages) {
    this.participation = participation;
    this.pages = pages;
  }

  @GET
  public Response next(@PathParam("token") String token) {
    return pages.show(new OpenRun(participation.show(token)));
  }

  /** Other colours for heat maps; the page comes again in them. */
  @POST
  @Path("/colours")
  public Response colours(@PathParam("token") String token, @FormParam("colours") Colours wanted) {
    return Html.seeOther(OpenRun.path(participation.see(token, wanted)) + "#explanation");
  }

  /** Says that the person is still there; the page does so by itself while it is looked at. */
  @POST
  @Path("/alive")
  public Response alive(@PathParam("token") String token) {
    participation.advance(token);
    return Response.noContent().build();
  }
}
