package org.xaistudy.server.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** An error as RFC 9457 wants it told. */
public final class Problem extends WebApplicationException {
  private static final String TYPE = "application/problem+json";
  private static final int UNPROCESSABLE = 422;

  private Problem(int status, String title, String detail) {
    super(
        title,
        Response.status(status)
            .type(TYPE)
            .header("Cache-Control", "no-store")
            .entity(new Details("about:blank", title, status, detail))
            .build());
  }

  static Problem notFound(String detail) {
    return new Problem(Response.Status.NOT_FOUND.getStatusCode(), "Not found", detail);
  }

  static Problem conflict(String detail) {
    return new Problem(Response.Status.CONFLICT.getStatusCode(), "Not now", detail);
  }

  static Problem gone(String detail) {
    return new Problem(Response.Status.GONE.getStatusCode(), "Gone", detail);
  }

  /** More than one client may ask for in a while. */
  public static Problem tooMany(String detail) {
    return new Problem(
        Response.Status.TOO_MANY_REQUESTS.getStatusCode(), "Too many requests", detail);
  }

  static Problem unprocessable(String detail) {
    return new Problem(UNPROCESSABLE, "Cannot be used as it is", detail);
  }

  /** The body of a request, which must be there. */
  static <T> T require(T body) {
    if (body == null) {
      throw unprocessable("expected a JSON body");
    }
    return body;
  }

  /** The body. */
  record Details(String type, String title, int status, String detail) {}
}
