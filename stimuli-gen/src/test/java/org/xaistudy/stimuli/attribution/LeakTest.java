package org.xaistudy.stimuli.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xaistudy.stimuli.model.ChildProcess;
import org.xaistudy.stimuli.model.Network;
import org.xaistudy.stimuli.model.Tensor;

/** Native memory is given back. */
class LeakTest {
  private static final Network RESIDUAL = SmallNetworks.residual(1, true);
  private static final Network CHAIN = SmallNetworks.chain(1, true);

  private static final List<Condition> CONDITIONS =
      List.of(
          Condition.target(),
          Condition.of(1).through("layer2.conv1", 2),
          Condition.of(1).through("layer2.conv1", 3).through("layer1.conv2", 0, 1),
          Condition.of(2).through("relu", 1, 4));

  @Test
  void conditionalPassesLeaveNothingBehind() {
    Tensor images = SmallNetworks.images(1, 2);
    try (Lrp lrp = new Lrp(RESIDUAL, Composite.EPSILON_PLUS_FLAT);
        ForwardPass forward = lrp.forward(images)) {
      ask(lrp, forward);
      int ofModel = arrays(lrp.inference().manager());
      int ofForward = arrays(forward.manager());
      for (int i = 0; i < 5; i++) {
        ask(lrp, forward);
      }
      assertThat(arrays(forward.manager())).isEqualTo(ofForward);
      assertThat(arrays(lrp.inference().manager())).isEqualTo(ofModel);
    }
  }

  private static void ask(Lrp lrp, ForwardPass forward) {
    lrp.attribute(forward, CONDITIONS, List.of("layer1.add", "layer2.conv1"));
    lrp.attributeWithShortcuts(forward, CONDITIONS, List.of("layer1.add"));
    lrp.relevance(forward, CONDITIONS, "layer1.relu");
    lrp.ledger(forward, Condition.target());
  }

  @Test
  void forwardPassesLeaveNothingBehind() {
    Tensor images = SmallNetworks.images(2, 2);
    try (Lrp lrp = new Lrp(CHAIN, Composite.EPSILON_ALPHA2_BETA1);
        Lrp gradients = new Lrp(CHAIN, Composite.GRADIENT)) {
      lrp.heatmaps(images);
      gradients.heatmaps(images);
      int arrays = arrays(lrp.inference().manager()) + arrays(gradients.inference().manager());
      for (int i = 0; i < 5; i++) {
        lrp.heatmaps(images);
        gradients.heatmaps(images);
        lrp.inference().logits(images);
      }
      assertThat(arrays(lrp.inference().manager()) + arrays(gradients.inference().manager()))
          .isEqualTo(arrays);
    }
  }

  private static int arrays(NDManager manager) {
    return manager.getManagedArrays().size();
  }

  /** In a process of its own, whose Java heap is resident from the start and cannot grow. */
  @Test
  @Tag("heavy")
  void tenThousandAttributionsHoldAFlatFootprint() throws Exception {
    assumeThat(Path.of("/proc/self/status")).exists();
    ChildProcess child =
        ChildProcess.of(
            Loop.class,
            "-Xms256m",
            "-Xmx256m",
            "-XX:+AlwaysPreTouch",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1"); // the optimising compiler holds more than a leak would
    long[] mebibytes =
        Arrays.stream(child.out().strip().split(" ")).mapToLong(Long::parseLong).toArray();
    // One array of a layer lost per attribution would be 27 MiB.
    assertThat(mebibytes[1]).as("after 10,000, in MiB").isLessThan(mebibytes[0] + 20);
  }

  /** Prints the resident memory after 2,000 and after 10,000 attributions. */
  static final class Loop {
    private Loop() {}

    public static void main(String[] arguments) throws IOException {
      Tensor image = SmallNetworks.images(3, 1);
      SplittableRandom random = new SplittableRandom(1);
      try (Lrp lrp = new Lrp(RESIDUAL, Composite.EPSILON_PLUS_FLAT)) {
        for (int i = 1; i <= 10_000; i++) {
          image.values()[random.nextInt(image.values().length)] = (float) random.nextGaussian();
          lrp.attribute(image, null, CONDITIONS.subList(0, 2), List.of("layer1.add"));
          if (i == 2_000 || i == 10_000) {
            System.out.print(residentMebibytes() + " ");
          }
        }
      }
    }
  }

  private static long residentMebibytes() throws IOException {
    System.gc(); // direct buffers are freed with their owners
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
