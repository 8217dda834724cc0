package org.xaistudy.stimuli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xaistudy.stimuli.render.EncodedImage;
import org.xaistudy.studies.Text;
import org.xaistudy.studies.document.Sha256;
import org.xaistudy.studies.manifest.Manifest;

class BundleWriterTest {
  @TempDir Path study;

  private BundleWriter writer() throws IOException {
    return new BundleWriter(study, new SplittableRandom(1));
  }

  private static EncodedImage noise(int side) {
    SplittableRandom random = new SplittableRandom(side);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int p = 0; p < side * side; p++) {
      image.setRGB(p % side, p / side, random.nextInt());
    }
    return EncodedImage.of(image);
  }

  private static Manifest manifest(Map<String, Manifest.ImageFile> files) {
    var facts = new Manifest.ModelFacts("0".repeat(64), 1, 1, 1, 1, 1);
    return new Manifest(
        Manifest.FORMAT,
        "study",
        "0".repeat(64),
        Optional.empty(),
        "1",
        1,
        Map.of("a", Text.of("A")),
        java.util.Optional.of(new Manifest.ModelPair(facts, facts)),
        Optional.empty(),
        Map.of(),
        List.of(),
        files);
  }

  private List<String> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void imagesOfAGroupHaveOneSize() throws IOException {
    try (BundleWriter writer = writer()) {
      String small = writer.add(noise(3), "maps");
      String large = writer.add(noise(30), "maps");
      String other = writer.add(noise(60), "others");
      var files = writer.files();
      assertThat(files.get(small).bytes()).isEqualTo(files.get(large).bytes());
      assertThat(files.get(other).bytes()).isGreaterThan(files.get(large).bytes());
      writer.publish(manifest(files));
      for (var entry : files.entrySet()) {
        Path file = study.resolve("stimuli").resolve(entry.getKey());
        assertThat(file).hasSize(entry.getValue().bytes());
        assertThat(Sha256.of(file)).isEqualTo(entry.getValue().sha256());
      }
    }
    assertThat(entries(study)).containsExactly("stimuli");
  }

  @Test
  void closedBeforePublishingItLeavesNothing() throws IOException {
    try (BundleWriter writer = writer()) {
      writer.add(noise(3), "maps");
      Files.writeString(writer.privateFile("model.onnx"), "x");
    }
    assertThat(entries(study)).isEmpty();
  }

  @Test
  void theOldBundleStaysUntilTheNewOneIsWhole() throws IOException {
    try (BundleWriter writer = writer()) {
      String name = writer.add(noise(3), "maps");
      writer.publish(manifest(writer.files()));
      try (BundleWriter second = writer()) {
        second.add(noise(4), "maps");
      }
      assertThat(study.resolve("stimuli").resolve(name)).exists();
      try (BundleWriter third = new BundleWriter(study, new SplittableRandom(2))) {
        third.add(noise(4), "maps");
        third.publish(manifest(third.files()));
      }
      assertThat(study.resolve("stimuli").resolve(name)).doesNotExist();
    }
    assertThat(entries(study)).containsExactly("stimuli");
  }

  @Test
  void startsAfreshAfterARunThatWasKilled() throws IOException {
    Path left = Files.createDirectories(study.resolve(".stimuli-unfinished/private"));
    Files.writeString(left.resolve("model.onnx"), "half");
    try (BundleWriter writer = writer()) {
      writer.publish(manifest(writer.files()));
    }
    assertThat(entries(study.resolve("stimuli"))).containsExactly("manifest.json", "private");
  }
}
