package org.xaistudy.stimuli.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  @TempDir Path folder;

  @Test
  void quotesNamesThatNeedIt() throws Exception {
    Path file =
        CsvTable.write(
            folder.resolve("t.csv"),
            "layer,class,name,mean",
            table -> {
              table.row("features.28", 3, "cat, \"small\"", 0.5f);
              table.row("features.28", 4, "", 1e-9f);
            });
    assertThat(file)
        .hasContent(
            """
            layer,class,name,mean
            features.28,3,"cat, ""small\""",0.5
            features.28,4,,1.0E-9
            """);
  }

  @Test
  void leavesWhatWasThereIfItFails() throws Exception {
    Path file = Files.writeString(folder.resolve("t.csv"), "before");
    assertThatThrownBy(
            () ->
                CsvTable.write(
                    file,
                    "a",
                    table -> {
                      table.row(1);
                      throw new IOException("full");
                    }))
        .hasMessage("full");
    assertThat(file).hasContent("before");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }
}
