package org.xaistudy.server.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** Responses to a browser. */
public final class Html {
  /** All is well. */
  public static final int OK = 200;

  /** What was sent cannot be used as it is. */
  public static final int UNPROCESSABLE = 422;

  private Html() {}

  /** A page in a language. No cache keeps it, so that the back button asks for the right step. */
  public static Response page(int status, TemplateInstance template, Locale language) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .header("Cache-Control", "no-store")
        .header("Content-Language", language.toLanguageTag())
        .entity(template.setLocale(language).render())
        .build();
  }

  /** A page in a language. */
  public static Response page(TemplateInstance template, Locale language) {
    return page(OK, template, language);
  }

  /** Sends the browser to a path of this server with GET. */
  public static Response seeOther(String path) {
    return Response.status(Response.Status.SEE_OTHER)
        .header("Location", path)
        .header("Cache-Control", "no-store")
        .build();
  }
}
