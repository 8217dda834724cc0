package org.xaistudy.stimuli.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.stimuli.model.Npy;
import org.xaistudy.stimuli.model.Tensor;

class ResultFilesTest {
  @TempDir Path folder;

  @Test
  void writesAllFiles() throws IOException {
    Path out = folder.resolve("deep/out");
    ResultFiles files = new ResultFiles();
    files.add("map", new Tensor(new float[] {1, 2}, 2));
    files.addJson("facts", Map.of("sum", 3));
    files.write(out);
    assertThat(Npy.read(out.resolve("map.npy")).values()).containsExactly(1, 2);
    assertThat(out.resolve("facts.json")).content().contains("\"sum\" : 3");
    assertThat(out).isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
  }

  @Test
  void leavesOldFilesAloneIfOneCannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("map.npy"), "old");
    ResultFiles files = new ResultFiles();
    files.add("map", new Tensor(new float[] {1, 2}, 2));
    files.addJson("facts", new Object()); // has nothing that JSON could hold
    assertThatThrownBy(() -> files.write(folder)).isInstanceOf(IOException.class);
    assertThat(folder.resolve("map.npy")).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("map.npy"));
  }
}
