package org.xaistudy.stimuli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {
  @TempDir Path folder;

  @Test
  void readsWhatItWrites() throws IOException {
    Tensor tensor = new Tensor(new float[] {1, -2.5f, 3, 4, Float.MIN_VALUE, 6}, 1, 3, 2);
    Path file = folder.resolve("a.npy");
    Npy.write(file, tensor);
    assertThat(Npy.read(file)).isEqualTo(tensor);
    assertThat(Files.size(file) - 24).as("the header is aligned").isEqualTo(128);
  }

  @Test
  void readsWholeNumbersAsNumpyWritesThem() throws IOException {
    assertThat(Npy.read(numpy("{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }", 16)))
        .isEqualTo(new Tensor(new float[] {7, 0}, 2));
  }

  @Test
  void refusesWhatItWouldMisread() throws IOException {
    Path fortran = numpy("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 2), }", 16);
    assertThatThrownBy(() -> Npy.read(fortran)).hasMessageContaining("Fortran");
    Path text = numpy("{'descr': '<U3', 'fortran_order': False, 'shape': (2,), }", 24);
    assertThatThrownBy(() -> Npy.read(text)).hasMessageContaining("<U3");
    Path cut = numpy("{'descr': '<f4', 'fortran_order': False, 'shape': (9,), }", 16);
    assertThatThrownBy(() -> Npy.read(cut))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut short");
  }

  /** The number 7 and zeros, after a header. */
  private Path numpy(String header, int size) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + 1 + size);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) (header.length() + 1));
    bytes.put((header + "\n").getBytes(StandardCharsets.US_ASCII)).put((byte) 7);
    return Files.write(folder.resolve("numpy.npy"), bytes.array());
  }
}
