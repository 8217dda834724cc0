package org.xaistudy.server.page;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.TemplateGlobal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.xaistudy.studies.document.Sha256;

/**
 * Style sheet, script and icon, under addresses that follow from what they hold: caches may keep
 * them for good, and a new server's pages never meet an old style.
 */
@Path("/assets/{version}/{name}")
public class Assets {
  private static final int VERSION_LENGTH = 12;
  private static final Map<String, Asset> ALL =
      Map.of(
          "page.css", Asset.of("page.css", "text/css;charset=UTF-8"),
          "page.js", Asset.of("page.js", "text/javascript;charset=UTF-8"),
          "icon.svg", Asset.of("icon.svg", "image/svg+xml"));

  /** A file of the program. */
  private record Asset(String type, String version, byte[] bytes) {
    static Asset of(String name, String type) {
      try (InputStream file = Assets.class.getResourceAsStream("/assets/" + name)) {
        byte[] bytes = file.readAllBytes();
        return new Asset(type, Sha256.of(bytes).substring(0, VERSION_LENGTH), bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The file; of an address of another version nothing, since it would be kept for good. */
  @GET
  public Response file(@PathParam("version") String version, @PathParam("name") String name) {
    Asset asset = ALL.get(name);
    if (asset == null || !asset.version().equals(version)) {
      throw new NotFoundException();
    }
    return Response.ok(asset.bytes())
        .header("Content-Type", asset.type())
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .build();
  }

  /** Where pages find a file. */
  private static String link(String name) {
    return "/assets/" + requireNonNull(ALL.get(name), name).version() + "/" + name;
  }

  /** For all templates: where the style sheet is. */
  @TemplateGlobal(name = "stylesheet")
  static String stylesheet() {
    return link("page.css");
  }

  /** For all templates: where the script is. */
  @TemplateGlobal(name = "script")
  static String script() {
    return link("page.js");
  }

  /** For all templates: where the icon is. */
  @TemplateGlobal(name = "icon")
  static String icon() {
    return link("icon.svg");
  }
}
