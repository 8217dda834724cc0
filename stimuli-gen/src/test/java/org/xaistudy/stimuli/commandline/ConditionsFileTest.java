package org.xaistudy.stimuli.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.stimuli.attribution.Condition;

class ConditionsFileTest {
  @TempDir Path folder;

  private List<Condition> read(String json) throws IOException {
    return ConditionsFile.read(Files.writeString(folder.resolve("c.json"), json));
  }

  @Test
  void readsAListOrAnObjectThatHoldsIt() throws IOException {
    List<Condition> expected =
        List.of(Condition.of(8).through("features.17", 22, 42), Condition.target().through("a", 1));
    String list = "[{\"y\": [8], \"features.17\": [42, 22]}, {\"a\": [1]}]";
    assertThat(read(list)).isEqualTo(expected);
    assertThat(read("{\"conditions\": " + list + "}")).isEqualTo(expected);
  }

  @Test
  void saysWhatIsWrongInWhichFile() {
    refused("[", "c.json: this is not JSON");
    refused("[]", "c.json: expected a list of conditions");
    refused("{\"features.17\": [1]}", "expected a list of conditions");
    refused("[[1]]", "expected an object for each condition, not [1]");
    refused("[{\"a\": 3}]", "expected a list of whole numbers for a, not 3");
    refused("[{\"a\": [1.5]}]", "expected a list of whole numbers for a, not [1.5]");
    refused("[{\"y\": []}]", "name at least one class");
    assertThatThrownBy(() -> ConditionsFile.read(folder.resolve("absent.json")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("absent.json");
  }

  private void refused(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }
}
