package org.xaistudy.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip file whose last entry, {@code SHA256SUMS}, has the checksums of all others. */
final class ZipWriter {
  private static final int LONGEST_HEADER = 100_000;
  private final ZipOutputStream zip;
  private final List<Contents> written = new ArrayList<>();

  ZipWriter(OutputStream out) {
    zip = new ZipOutputStream(out, UTF_8);
  }

  /** What one entry holds. */
  interface Content {
    /** Writes it; {@code out} is left open. */
    void to(OutputStream out) throws IOException;
  }

  void file(String name, byte[] bytes) throws IOException {
    entry(name, out -> out.write(bytes));
  }

  void entry(String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    DigestOutputStream digest = new DigestOutputStream(zip, sha256());
    Counting out = new Counting(digest);
    content.to(out);
    out.flush();
    zip.closeEntry();
    written.add(
        new Contents(
            name,
            out.count,
            HexFormat.of().formatHex(digest.getMessageDigest().digest()),
            name.endsWith(".csv") ? out.columns() : List.of()));
  }

  /** What was written so far, in order. */
  List<Contents> written() {
    return List.copyOf(written);
  }

  /** Writes the checksums; the stream below is left open. */
  void finish() throws IOException {
    StringBuilder sums = new StringBuilder();
    written.forEach(
        file -> sums.append(file.sha256()).append("  ").append(file.name()).append('\n'));
    zip.putNextEntry(new ZipEntry("SHA256SUMS"));
    zip.write(sums.toString().getBytes(UTF_8));
    zip.closeEntry();
    zip.finish();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Counts bytes and remembers the first line. */
  private static final class Counting extends FilterOutputStream {
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private boolean headerEnded;
    private long count;

    Counting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      count += length;
      for (int i = from; !headerEnded && i < from + length; i++) {
        headerEnded = bytes[i] == '\n' || header.size() > LONGEST_HEADER;
        if (!headerEnded && bytes[i] != '\r') {
          header.write(bytes[i]);
        }
      }
    }

    /** Of a table; names of columns hold neither commas nor quotes. */
    List<String> columns() {
      return List.of(header.toString(UTF_8).split(","));
    }
  }
}
