package org.xaistudy.stimuli.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.model.Tensor;

/** What cannot be answered is refused with a line that says what is wrong. */
class RefusalTest {
  private static final Lrp LRP =
      new Lrp(SmallNetworks.residual(1, true), Composite.EPSILON_PLUS_FLAT);

  @AfterAll
  static void free() {
    LRP.close();
  }

  private static Tensor maps(Tensor images, Condition condition) {
    return LRP.attribute(images, null, List.of(condition), List.of()).heatmaps();
  }

  @Test
  void ofPixelsThatAreNoNumbers() {
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      Tensor images = SmallNetworks.images(1, 2);
      images.values()[images.values().length - 1] = value;
      assertThatThrownBy(() -> maps(images, Condition.target()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[1, 1, 10, 12] is " + value);
    }
  }

  @Test
  void ofNoImages() {
    assertThatThrownBy(() -> maps(Tensor.zeros(0, 2, 11, 13), Condition.target()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no images");
  }

  @Test
  void ofParallelLayersInOneCondition() {
    Condition parallel =
        Condition.target().through("layer1.downsample", 0).through("layer1.conv2", 1);
    assertThatThrownBy(() -> maps(SmallNetworks.images(1, 1), parallel))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer1.conv2")
        .hasMessageContaining("layer1.downsample");
  }

  @Test
  void ofLayersAboveTheStart() {
    Condition above = Condition.from("layer1.conv1").through("layer2.conv1", 1);
    assertThatThrownBy(() -> maps(SmallNetworks.images(1, 1), above))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer2.conv1");
  }

  @Test
  void ofAnUnknownLayerSuggestingAnother() {
    Condition unknown = Condition.target().through("layer1.conv3", 1);
    assertThatThrownBy(() -> maps(SmallNetworks.images(1, 1), unknown))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did you mean layer1.conv")
        .hasMessageNotContaining("avgpool");
  }

  @Test
  void butNotOfAModulesName() {
    Tensor images = SmallNetworks.images(1, 1);
    Condition module = Condition.target().through("layer1", 2);
    Condition layer = Condition.target().through("layer1.relu_1", 2);
    assertThat(maps(images, module)).isEqualTo(maps(images, layer));
  }
}
