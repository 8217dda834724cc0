package org.xaistudy.server.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** An error as RFC 9457 wants it told. */
public final class ProblemDetail extends WebApplicationException {
  private static final String TYPE = "application/problem+json";
  private static final int UNPROCESSABLE = 422;

  private ProblemDetail(int status, String title, String detail) {
    super(
        title,
        Response.status(status)
            .type(TYPE)
            .header("Cache-Control", "no-store")
            .entity(new Details("about:blank", title, status, detail))
            .build());
  }

  /** There is no such thing. */
  public static ProblemDetail notFound(String detail) {
    return new ProblemDetail(Response.Status.NOT_FOUND.getStatusCode(), "Not found", detail);
  }

  static ProblemDetail conflict(String detail) {
    return new ProblemDetail(Response.Status.CONFLICT.getStatusCode(), "Not now", detail);
  }

  /** It was there, and will not come back. */
  public static ProblemDetail gone(String detail) {
    return new ProblemDetail(Response.Status.GONE.getStatusCode(), "Gone", detail);
  }

  /** More than one client may ask for in a while. */
  public static ProblemDetail tooMany(String detail) {
    return new ProblemDetail(
        Response.Status.TOO_MANY_REQUESTS.getStatusCode(), "Too many requests", detail);
  }

  /** What was sent cannot be read or is not allowed here. */
  public static ProblemDetail refused(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    String title = known == null ? "Refused" : known.getReasonPhrase();
    return new ProblemDetail(status, title, "the request cannot be read, or not in this way");
  }

  /** It would go if the server or its database were not out of breath. */
  public static ProblemDetail unavailable(String detail) {
    return new ProblemDetail(
        Response.Status.SERVICE_UNAVAILABLE.getStatusCode(), "Not just now", detail);
  }

  /** It does not go, because this program is wrong. */
  public static ProblemDetail failed(String detail) {
    return new ProblemDetail(
        Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(), "Something failed", detail);
  }

  static ProblemDetail unprocessable(String detail) {
    return new ProblemDetail(UNPROCESSABLE, "Cannot be used as it is", detail);
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
