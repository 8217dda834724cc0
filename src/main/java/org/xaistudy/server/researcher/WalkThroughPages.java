package org.xaistudy.server.researcher;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xaistudy.server.access.Role;
import org.xaistudy.server.bundle.OpenStudy;
import org.xaistudy.server.bundle.Studies;
import org.xaistudy.server.page.Frame;
import org.xaistudy.server.page.Html;
import org.xaistudy.server.participation.WalkThrough;
import org.xaistudy.studies.Arm;

/** Every page on one sheet, and one page in a window of some width. */
@Authenticated
@Path("/researcher/{study}")
class WalkThroughPages {
  private static final int NARROWEST = 240;
  private static final int WIDEST = 3000;

  /** As on all pages, and the study's own pages in a frame. */
  private static final String POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self';"
          + " frame-src 'self'; form-action 'self'; base-uri 'none'";

  private final Studies studies;
  private final WalkThrough walk;

  WalkThroughPages(Studies studies, WalkThrough walk) {
    this.studies = studies;
    this.walk = walk;
  }

  @CheckedTemplate(basePath = "ResearcherPages")
  static class Templates {
    private Templates() {}

    static native TemplateInstance sheet(Frame frame, String id, int version, List<Part> parts);

    static native TemplateInstance look(Frame frame, String id, String path, int width);
  }

  /**
   * The pages of an arm in a language.
   *
   * @param method id of the arm
   * @param language its name in English
   * @param code of the language
   * @param leaves its pages
   */
  record Part(String method, String language, String code, List<LeafView> leaves) {}

  /**
   * A page.
   *
   * @param name what it is
   * @param content its inside
   */
  record LeafView(String name, RawString content) {}

  /** All arms in all languages, by previews that go through the study now. */
  @GET
  @Path("/walkthrough")
  @RolesAllowed(Role.VIEWS)
  public Response sheet(@PathParam("study") String id) {
    OpenStudy study = study(id);
    List<Part> parts = new ArrayList<>();
    for (Arm arm : study.study().arms()) {
      for (String code : study.study().languages()) {
        Locale language = Locale.forLanguageTag(code);
        List<LeafView> leaves =
            walk.leaves(study, arm.id(), language).stream()
                .map(leaf -> new LeafView(leaf.name(), new RawString(leaf.content())))
                .toList();
        parts.add(new Part(arm.id(), language.getDisplayLanguage(Locale.ENGLISH), code, leaves));
      }
    }
    return Html.page(
        Templates.sheet(
            Frame.of(Locale.ENGLISH, study.study().title().in(study.study().languages().get(0))),
            id,
            study.number(),
            parts),
        Locale.ENGLISH);
  }

  /** One page: of a method, at a trial, in a window of some width. */
  @POST
  @Path("/look")
  @RolesAllowed(Role.VIEWS)
  public Response look(
      @PathParam("study") String id,
      @FormParam("method") @Nullable String method,
      @FormParam("language") @Nullable String language,
      @FormParam("trial") @DefaultValue("1") int trial,
      @FormParam("width") @DefaultValue("360") int width,
      @Context HttpServerResponse response) {
    OpenStudy study = study(id);
    boolean known =
        study.study().arms().stream().anyMatch(arm -> arm.id().equals(method))
            && study.study().languages().contains(language);
    if (!known || trial < 0 || width < NARROWEST || width > WIDEST) {
      return DeskPages.undone(
          Html.UNPROCESSABLE,
          id,
          "expected a method or an order of them, a language, a trial from 0, and a width from 240 to 3000");
    }
    String path =
        walk.upTo(
            study, String.valueOf(method), Locale.forLanguageTag(String.valueOf(language)), trial);
    response.putHeader("Content-Security-Policy", POLICY);
    response.putHeader("Content-Location", path); // for programs: the page itself
    return Html.page(
        Templates.look(Frame.of(Locale.ENGLISH, "Preview of " + id), id, path, width),
        Locale.ENGLISH);
  }

  private OpenStudy study(String id) {
    return studies.find(id).orElseThrow(NotFoundException::new);
  }
}
