package org.xaistudy.server.images;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something whose link always gives the same bytes: caches keep it, and parts of it can be had. */
final class Immutable {
  private static final String FOREVER = "private, max-age=31536000, immutable";
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");
  private static final int TAG_LENGTH = 32;
  private static final int PARTIAL = 206;
  private static final int UNSATISFIABLE = 416;
  private final String type;
  private final String tag;

  /**
   * @param sha256 checksum of the bytes, in hexadecimal
   */
  Immutable(String type, String sha256) {
    this.type = type;
    this.tag = '"' + sha256.substring(0, TAG_LENGTH) + '"';
  }

  /** Whether a browser that sends this already has it. */
  boolean isKnown(String ifNoneMatch) {
    return ifNoneMatch != null && (ifNoneMatch.contains(tag) || ifNoneMatch.equals("*"));
  }

  Response notModified() {
    return headers(Response.notModified()).build();
  }

  /**
   * The bytes, or the one part of them that is asked for.
   *
   * @param range the header; what is not a single range of bytes is passed over, as RFC 9110 allows
   */
  Response send(byte[] bytes, String range) {
    Matcher wanted = RANGE.matcher(range == null ? "" : range);
    if (!wanted.matches() || (wanted.group(1) + wanted.group(2)).isEmpty()) {
      return headers(Response.ok(bytes)).type(type).build();
    }
    int from = first(wanted, bytes.length);
    int to = last(wanted, bytes.length);
    if (from > to) {
      return headers(Response.status(UNSATISFIABLE))
          .header("Content-Range", "bytes */" + bytes.length)
          .build();
    }
    return headers(Response.status(PARTIAL).entity(Arrays.copyOfRange(bytes, from, to + 1)))
        .header("Content-Range", "bytes %d-%d/%d".formatted(from, to, bytes.length))
        .type(type)
        .build();
  }

  /** Without a beginning, the end says how many of the last bytes are wanted. */
  private static int first(Matcher range, int length) {
    return range.group(1).isEmpty()
        ? Math.max(0, length - Integer.parseInt(range.group(2)))
        : Integer.parseInt(range.group(1));
  }

  private static int last(Matcher range, int length) {
    boolean open = range.group(1).isEmpty() || range.group(2).isEmpty();
    return open ? length - 1 : Math.min(length - 1, Integer.parseInt(range.group(2)));
  }

  private ResponseBuilder headers(ResponseBuilder response) {
    return response
        .header(HttpHeaders.CACHE_CONTROL, FOREVER)
        .header(HttpHeaders.ETAG, tag)
        .header("Accept-Ranges", "bytes");
  }
}
