package org.xaistudy.analysis.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * A file of a zip as it was put in: fails at its end if the checksum is another, and before that if
 * there is more than was said. {@link java.util.zip.ZipFile} checks neither.
 */
final class WholeEntry extends CheckedInputStream {
  private final ZipEntry entry;
  private long length;

  WholeEntry(InputStream bytes, ZipEntry entry) {
    super(bytes, new CRC32());
    this.entry = entry;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    check(one < 0 ? -1 : 1);
    return one;
  }

  @Override
  public int read(byte[] to, int start, int most) throws IOException {
    int read = super.read(to, start, most);
    check(read);
    return read;
  }

  private void check(int read) throws ZipException {
    length += Math.max(0, read);
    boolean atEnd = read < 0;
    if (length > entry.getSize() || (atEnd && (length < entry.getSize() || otherChecksum()))) {
      throw new ZipException("it is damaged in the archive; fetch that again");
    }
  }

  private boolean otherChecksum() {
    return getChecksum().getValue() != entry.getCrc();
  }
}
