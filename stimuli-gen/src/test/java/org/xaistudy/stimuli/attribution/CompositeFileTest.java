package org.xaistudy.stimuli.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.stimuli.attribution.rule.Rule;
import org.xaistudy.stimuli.model.Network;

class CompositeFileTest {
  @TempDir Path folder;

  private Composite read(String yaml) throws IOException {
    return CompositeFile.read(Files.writeString(folder.resolve("composite.yaml"), yaml));
  }

  @Test
  void givesEachLayerItsRule() throws IOException {
    Composite composite =
        read(
            """
            name: careful
            first: {rule: zbox, low: -2.1, high: 2.6}
            convolution: {rule: gamma, gamma: 0.5}
            linear: epsilon
            layers:
              features.3: {rule: alpha-beta, alpha: 3, beta: 2}
            biases: ignore
            """);
    Network network = SmallNetworks.chain(1, true);
    assertThat(composite.rule(network, network.node("features.0")))
        .isEqualTo(new Rule.ZBox(-2.1, 2.6));
    assertThat(composite.rule(network, network.node("features.3")))
        .isEqualTo(new Rule.AlphaBeta(3, 2));
    assertThat(composite.rule(network, network.node("classifier.0"))).isEqualTo(new Rule.Epsilon());
    assertThat(composite.convolution()).isEqualTo(new Rule.Gamma(0.5));
    assertThat(composite.biasesAbsorb()).isFalse();
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    assertThatThrownBy(() -> read("convolution: zplus\nlinear: epsilon\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("composite.yaml: convolution: expected a rule")
        .hasMessageContaining("zplus");
    assertThatThrownBy(() -> read("convolution: z-plus\n")).hasMessageContaining("linear");
    assertThatThrownBy(() -> read("convolution: z-plus\nlinear: epsilon\nlayer: {}\n"))
        .hasMessageContaining("unknown key layer");
    assertThatThrownBy(() -> read("convolution: {rule: zbox}\nlinear: epsilon\n"))
        .hasMessageContaining("below its high end");
    assertThatThrownBy(() -> read("convolution: [\n")).hasMessageContaining("not YAML");
  }
}
