package org.xaistudy.analysis.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
  @TempDir Path folder;

  @Test
  void replacesItsFilesAndLeavesOthersAlone() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    Files.writeString(folder.resolve("a.csv"), "old");
    Publication.write(folder, Map.of("a.csv", "new", "figures/b.svg", "drawing"));
    assertThat(folder.resolve("a.csv")).hasContent("new");
    assertThat(folder.resolve("figures/b.svg")).hasContent("drawing");
    assertThat(folder.resolve("mine.txt")).hasContent("mine");
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(3);
    }
  }

  @Test
  void leavesNothingHalfWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertThatThrownBy(() -> Publication.write(file, Map.of("a.csv", "new")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot be written");
    assertThat(file).hasContent("in the way");
  }
}
