package org.xaistudy.server.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * One kept-alive connection to a server on this machine, over which anything can be sent, as it is.
 * It does as little as can be: client and server share the processors.
 */
public final class RawConnection implements AutoCloseable {
  private static final int SECONDS = 60;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** Connects to a port of this machine. */
  public RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(SECONDS * 1000);
    in = new BufferedInputStream(socket.getInputStream(), 16384);
    out = socket.getOutputStream();
  }

  /**
   * What came back.
   *
   * @param status of HTTP
   * @param type of the body, or empty
   * @param body as text
   */
  public record Reply(int status, String type, String body) {}

  /** Sends JSON. */
  public Reply sendJson(String method, String path, String json) throws IOException {
    return send(method, path, "Content-Type: application/json\r\n", json.getBytes(UTF_8));
  }

  /**
   * Sends a request.
   *
   * @param path as it is, with everything that is wrong with it
   * @param headers each with its line end
   */
  public Reply send(String method, String path, String headers, byte[] body) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(begin(method, path, headers, body.length).getBytes(ISO_8859_1));
    request.write(body);
    request.writeTo(out);
    out.flush();
    return receive(method);
  }

  /** Sends the beginning of a request whose body never comes. */
  public void sendHalf(String method, String path, String headers, int length) throws IOException {
    out.write(begin(method, path, headers, length).getBytes(ISO_8859_1));
    out.flush();
  }

  private static String begin(String method, String path, String headers, int length) {
    return "%s %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n"
        .formatted(method, path, headers, length);
  }

  private Reply receive(String method) throws IOException {
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    int length = 0;
    String type = "";
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
      if (header.regionMatches(true, 0, "content-type:", 0, 13)) {
        type = header.substring(13).strip();
      }
      if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
        throw new IOException("expected a length, found " + header);
      }
    }
    boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
    return new Reply(status, type, new String(in.readNBytes(bodiless ? 0 : length), UTF_8));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new IOException("the connection was closed");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
