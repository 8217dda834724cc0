package org.xaistudy.server.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;

/** Responses to a browser. */
public final class Html {
  /** What was sent cannot be used as it is. */
  public static final Response.StatusType UNPROCESSABLE = RestResponse.Status.fromStatusCode(422);

  private Html() {}

  /** A page in a language. No cache keeps it, so that the back button asks for the right step. */
  public static Response page(
      Response.StatusType status, TemplateInstance template, Locale language) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .header("Cache-Control", "no-store")
        .header("Content-Language", language.toLanguageTag())
        .entity(template.setLocale(language).render())
        .build();
  }

  /** A page in a language. */
  public static Response page(TemplateInstance template, Locale language) {
    return page(Response.Status.OK, template, language);
  }

  /** Sends the browser to a path of this server with GET. */
  public static Response seeOther(String path) {
    return Response.status(Response.Status.SEE_OTHER)
        .header("Location", path)
        .header("Cache-Control", "no-store")
        .build();
  }
}
