package org.xaistudy.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip file whose last entry, {@code SHA256SUMS}, has the checksums of all others. */
final class ZipWriter {
  private final ZipOutputStream zip;
  private final StringBuilder sums = new StringBuilder();

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
    DigestOutputStream out = new DigestOutputStream(zip, sha256());
    content.to(out);
    out.flush();
    zip.closeEntry();
    sums.append(HexFormat.of().formatHex(out.getMessageDigest().digest()))
        .append("  ")
        .append(name)
        .append('\n');
  }

  /** Writes the checksums; the stream below is left open. */
  void finish() throws IOException {
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
}
